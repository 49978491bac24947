// How often a process makes the disk write everything down (fsync, fdatasync), seen through strace.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` and gives the number of syncs of the process meanwhile; undefined where strace is missing or not allowed. */
export async function countSyncs(pid: number, work: () => Promise<unknown>): Promise<number | undefined> {
  const args = ['-f', '-c', '-e', 'trace=fsync,fdatasync', '-p', String(pid)];
  const trace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let report = '';
  let ended = false;
  const end = new Promise<void>((resolve) => {
    const done = () => {
      ended = true;
      resolve();
    };
    trace.once('error', done).once('exit', done);
  });
  trace.stderr.on('data', (chunk: Buffer) => {
    report += chunk.toString();
  });
  await sleep(500);
  if (ended) return undefined;
  await work();
  trace.kill('SIGINT');
  await Promise.race([end, sleep(5000, undefined, { ref: false })]);
  trace.kill('SIGKILL');
  const rows = report.matchAll(/^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?f(?:data)?sync$/gm);
  return [...rows].reduce((sum, row) => sum + Number(row[1]), 0);
}
