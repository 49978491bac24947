// The doctor's look at the files that the desk stands on: sandbox, workflows, the vault's key.
import { existsSync, statSync } from 'node:fs';
import type { Config } from '../../config.ts';
import type { DeskFile } from '../../desk/desk-file.ts';
import { readSandboxFile, type SandboxWorld } from '../../integrations/sandbox/read-sandbox-file.ts';
import { errorText } from '../../lib/errors.ts';
import { SHIPPED_SANDBOX } from '../../process/open-parts.ts';
import { loadVaultKey } from '../../secrets/vault-key.ts';
import { readWorkflowBook, type WorkflowBook } from '../../workflows/book.ts';
import { readNamedFile } from '../read-file.ts';
import type { Check } from './check.ts';

/** What was read, where it could be, for the checks behind this one. */
export interface Read<T> {
  readonly value: T | undefined;
  readonly checks: readonly Check[];
}

export function checkSandbox(config: Config): Read<SandboxWorld> {
  const path = config.sandboxFile ?? SHIPPED_SANDBOX;
  const name = 'sandbox file';
  try {
    const value = readSandboxFile(readNamedFile(path));
    const message = `${config.sandboxFile ?? 'the shipped one'}: ${Object.keys(value).length} made-up companies`;
    return { value, checks: [{ name, state: 'on', message }] };
  } catch (error) {
    const remedy = `Correct ${path}, or leave SANDBOX_FILE unset for the shipped one.`;
    return { value: undefined, checks: [{ name, state: 'wrong', message: errorText(error), remedy }] };
  }
}

/** Clients with a sandbox that the sandbox file says nothing about: nobody works there. */
export function checkEmptySandboxes(desk: DeskFile, world: SandboxWorld): readonly Check[] {
  return desk.clients
    .filter(
      ({ id, integrations }) =>
        integrations.some(({ kind }) => kind === 'sandbox') && !Object.hasOwn(world, id),
    )
    .map(({ id, name }) => ({
      name: 'sandbox file',
      state: 'warning',
      message: `${name} has the sandbox connected, and the file has no company "${id}": nobody works there`,
      remedy: `Add a section "${id}" to the sandbox file.`,
    }));
}

export function checkWorkflows(config: Config): Read<WorkflowBook> {
  const name = 'workflows';
  try {
    const value = readWorkflowBook(config.workflowsDir);
    const active = value.all.filter((workflow) => workflow.status === 'active').length;
    const folder = existsSync(config.workflowsDir)
      ? config.workflowsDir
      : `there is no folder ${config.workflowsDir}; the starter guides are in force`;
    return { value, checks: [{ name, state: 'on', message: `${active} active, ${folder}` }] };
  } catch (error) {
    const check: Check = { name, state: 'wrong', message: errorText(error), remedy: 'Correct these files.' };
    return { value: undefined, checks: [check] };
  }
}

/** Workflows that belong to a client which the desk does not have match nothing. */
export function checkScopes(desk: DeskFile, book: WorkflowBook): readonly Check[] {
  return book.all
    .filter(({ scope }) => scope !== 'shared' && desk.clients.every((client) => client.id !== scope))
    .map(({ id, scope }) => ({
      name: 'workflows',
      state: 'wrong',
      message: `${id}: its scope "${scope}" is not a client of this desk`,
      remedy: 'Give the id of a client, or "shared".',
    }));
}

/** Makes nothing: a key file that is not there yet is made when the desk starts. */
export function checkVaultKey(config: Config): Check {
  const name = 'vault key';
  const { secretKey, keyFile } = config;
  if (secretKey !== undefined)
    return { name, state: 'on', message: 'DESK_SECRET_KEY is set; secrets are sealed with it' };
  if (statSync(keyFile, { throwIfNoEntry: false }) === undefined) {
    const message = `DESK_SECRET_KEY is not set; ${keyFile} is made at the first start`;
    return { name, state: 'off', message };
  }
  try {
    const { warning } = loadVaultKey(undefined, keyFile);
    return { name, state: 'warning', message: warning ?? keyFile, remedy: 'Or set DESK_SECRET_KEY.' };
  } catch (error) {
    const remedy = 'Give the file to the desk alone, or restore it from a copy.';
    return { name, state: 'wrong', message: errorText(error), remedy };
  }
}
