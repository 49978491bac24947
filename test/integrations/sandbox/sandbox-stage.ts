// A sandbox of one made-up company, its change log kept over restarts.
import { createMemoryChangeLog } from '../../../src/integrations/sandbox/change-log.ts';
import { createSandbox } from '../../../src/integrations/sandbox/create-sandbox.ts';
import type { Fault } from '../../../src/integrations/sandbox/open-sandbox.ts';
import { readSandboxFile } from '../../../src/integrations/sandbox/read-sandbox-file.ts';
import { ManualClock } from '../../support/manual-clock.ts';

export const COMPANY = `
acme:
  people:
    - email: Dana.Reyes@acme.example
      name: Dana Reyes
      title: Receptionist
      manager: mia.fontaine@acme.example
      locked: true
      mfa: [authenticator app, text message]
      groups: [All Staff]
      licences: [Mail]
      devices: [{ name: LT-DANA, software: [Mail Client] }, PRN-2]
      sign_ins: [{ at: 5 }, { at: 1, place: Oslo, outcome: failure }, { at: 2026-11-22T08:00:00Z }]
    - { email: mia.fontaine@acme.example, name: Mia Fontaine, groups: [All Staff, Finance EU], licences: [Full] }
    - { email: alex.petit@acme.example, name: Alex Petit, licences: [Full], mfa: true }
    - { email: alex.moreau@acme.example, name: Alex Moreau, groups: [Undeclared], apps: [Planner] }
    - { email: zoe@acme.example, name: Zoé D'Arcy, admin: true, apps: [Planner] }
    - { email: svc@acme.example, name: Backup, service: true }
    - { email: glass@acme.example, name: Glass, admin: true, break_glass: true, enabled: false }
  groups: [All Staff, { name: Finance EU, kind: microsoft_365 }, { name: Finance }, { name: Domain Admins, admin: true }]
  apps: [Ledger]
  licences: [{ name: Mail, seats: 3 }, { name: Full, seats: 2 }, { name: Ledger Pro, seats: 1 }]
  software: [Zoom, C++ Tools]
  devices: [{ name: PRN-1 }, { name: PRN-2, online: false }]
  documents:
    - { title: VPN set-up, text: "Open the client.\\n\\nSign in and confirm." }
    - { title: Guest Wi-Fi, text: "Ask the front desk for the code." }
  boards: [Service Desk, { name: Projects, types: [Move] }]
  tickets:
    - { subject: VPN drops in hotels, body: The network blocked it, created: 48, contact: mia.fontaine@acme.example }
    - { id: 2007, subject: Printer PRN-2 is silent, body: Spooler was stuck, board: Projects, status: open }
`;

export function raiseSandbox(options: { readonly company?: string; readonly clientId?: string } = {}) {
  const changes = createMemoryChangeLog();
  const clock = new ManualClock();
  const faults = new Map<string, Fault>();
  const world = readSandboxFile(options.company ?? COMPANY);
  const start = () =>
    createSandbox({
      clientId: options.clientId ?? 'acme',
      world,
      changes,
      clock,
      fault: (verb) => faults.get(verb),
    });
  return { changes, clock, faults, start, sandbox: start() };
}
