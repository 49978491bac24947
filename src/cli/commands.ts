// Every sub-command of the command line, in the order that help lists them. Adding one: its file, its line here.
import type { CliCommand } from './command.ts';

export const CLI_COMMANDS: readonly CliCommand[] = [
  {
    name: 'doctor',
    usage: 'doctor [--json]',
    summary: 'Check the configuration: what is on, off and wrong, and what to do',
    load: async () => (await import('./doctor.ts')).runDoctor,
  },
  {
    name: 'import',
    usage: 'import FILE',
    summary: 'Put a desk file in force, in place of what chat changed; a running server takes it at once',
    load: async () => (await import('./import.ts')).runImport,
  },
  {
    name: 'export',
    usage: 'export',
    summary: 'Print the desk as it holds now as a desk file, with what chat changed on top',
    load: async () => (await import('./export.ts')).runExport,
  },
  {
    name: 'match',
    usage: 'match [--workflows FILE] --input FILE.jsonl [--json]',
    summary: 'Say which workflows messages fit; lines {id, text, client?} in, FILE "-" is standard input',
    load: async () => (await import('./match.ts')).runMatch,
  },
  {
    name: 'workflow',
    usage: 'workflow validate FILE',
    summary: 'Check the form of a workflow file',
    load: async () => (await import('./workflow.ts')).runWorkflow,
  },
  {
    name: 'audit',
    usage: 'audit verify [FILE] | audit export FILE',
    summary: 'Check the audit log, or a copy of it, and name the first bad entry; write a copy',
    load: async () => (await import('./audit.ts')).runAudit,
  },
  {
    name: 'dry-run',
    usage: 'dry-run --client ID --from EMAIL [--json] "TEXT"',
    summary: 'Show what a message would lead to; nothing is written and nothing runs',
    load: async () => (await import('./dry-run.ts')).runDryRun,
  },
  {
    name: 'manifest',
    usage: 'manifest [--check] | manifest teams [--app-id GUID] [--site URL] [--out FILE]',
    summary: 'Write the manifests of Slack and Teams, or check them; pack the app for Teams',
    load: async () => (await import('./manifest.ts')).runManifest,
  },
];
