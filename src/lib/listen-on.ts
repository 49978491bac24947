// Opens a server's port, and says in plain words why it cannot. It never picks another port by itself.
import type { Server } from 'node:http';
import { AppError } from './errors.ts';

/**
 * @param port 0: any free port
 * @param host undefined: every address
 * @throws AppError `http.port_taken`, `http.listen`
 */
export async function listenOn(server: Server, port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(
        new AppError({
          code: taken ? 'http.port_taken' : 'http.listen',
          message: taken
            ? `Port ${port} is taken. Stop what uses it, or set PORT to another one.`
            : `Cannot listen on port ${port}: ${cause.message}`,
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
}
