import { describe, expect, it } from 'vitest';
import { inShort, type Setting, talk } from '../fake-desk.ts';

interface Row {
  readonly name: string;
  readonly recipe: string;
  readonly say: readonly string[];
  readonly setting?: Setting;
  readonly expected: string | readonly string[];
}

const VPN =
  'answer: Open VPN Client and choose the profile.\n\nIf this does not help, reply here and a technician takes over.';
const printerPaper = {
  documents: [{ id: 'doc-2', title: 'When a printer jams', excerpt: 'Open the flap.' }],
};
const PAPER = 'answer: Open the flap.\n\nIf this does not help, reply here and a technician takes over.';

const rows: readonly Row[] = [
  {
    name: 'guidance: from a document',
    recipe: 'guidance',
    say: ['how do I connect to the VPN from home?'],
    expected: VPN,
  },
  {
    name: 'guidance: nothing found',
    recipe: 'guidance',
    say: ['the coffee machine is empty'],
    expected: "hand_off: The client's documentation has nothing on “coffee machine empty”.",
  },
  {
    name: 'guidance: a locked account',
    recipe: 'guidance',
    say: ['VPN does not connect'],
    setting: { requester: 'Erin Cole' },
    expected: "hand_off: Erin Cole's account is enabled and locked, which keeps them from connecting.",
  },
  {
    name: 'guidance: documents not offered',
    recipe: 'guidance',
    say: ['VPN'],
    setting: { without: ['search_documents'] },
    expected:
      'hand_off: The documentation (search_documents) could not be read: the tool is not offered here.',
  },
  {
    name: 'install: on the only device',
    recipe: 'software_install',
    say: ['please install Zoom on my laptop'],
    expected: ['install_software device=d-lt-dana software=s-zoom'],
  },
  {
    name: 'install: two programs',
    recipe: 'software_install',
    say: ['please install Zoom and PDF Reader'],
    expected: [
      'install_software device=d-lt-dana software=s-zoom',
      'install_software device=d-lt-dana software=s-pdf',
    ],
  },
  {
    name: 'install: several devices, asked',
    recipe: 'software_install',
    say: ['please install Zoom', 'the tablet'],
    setting: { requester: 'Erin Cole' },
    expected: ['install_software device=d-tab-erin software=s-zoom'],
  },
  {
    name: 'install: several devices, named',
    recipe: 'software_install',
    say: ['please install Zoom on TAB-ERIN'],
    setting: { requester: 'Erin Cole' },
    expected: ['install_software device=d-tab-erin software=s-zoom'],
  },
  {
    name: 'install: several devices, by kind',
    recipe: 'software_install',
    say: ['please install Zoom on my laptop'],
    setting: { requester: 'Erin Cole' },
    expected: ['install_software device=d-lt-erin software=s-zoom'],
  },
  {
    name: "install: somebody else's device is for its owner",
    recipe: 'software_install',
    say: ['please install Zoom on TAB-ERIN'],
    expected: ['install_software device=d-tab-erin software=s-zoom'],
  },
  {
    name: 'install: for me, and on a device that is not mine',
    recipe: 'software_install',
    say: ['please install Zoom for me on TAB-ERIN'],
    expected: 'hand_off: TAB-ERIN is no device that is recorded for this.',
  },
  {
    name: 'install: there already',
    recipe: 'software_install',
    say: ['please install Office'],
    expected:
      'answer: Office is installed on LT-DANA already. If it does not work, ask here to have it reinstalled.',
  },
  {
    name: 'install: again where asked',
    recipe: 'software_install',
    say: ['please reinstall Office'],
    expected: ['install_software device=d-lt-dana software=s-office'],
  },
  {
    name: 'install: no device',
    recipe: 'software_install',
    say: ['please install Zoom'],
    setting: { requester: 'Mia Fontaine' },
    expected: 'hand_off: No device of Mia Fontaine is recorded, so there is nothing to install on.',
  },
  {
    name: 'install: not in the catalogue',
    recipe: 'software_install',
    say: ['please install Doom'],
    expected:
      'hand_off: “Doom” is not in the software catalogue. Somebody has to decide whether it may be installed.',
  },
  {
    name: 'install: nothing named, then named',
    recipe: 'software_install',
    say: ['install request', 'the reader', 'PDF Reader'],
    expected: ['install_software device=d-lt-dana software=s-pdf'],
  },
  {
    name: 'install: devices not offered',
    recipe: 'software_install',
    say: ['please install Zoom'],
    setting: { without: ['list_devices'] },
    expected:
      "hand_off: The person's devices (list_devices) could not be read: the tool is not offered here.",
  },
  {
    name: 'printer: named',
    recipe: 'stuck_printer',
    say: ['printer PRN-LYON-2 is stuck'],
    expected: ['restart_spooler device=d-prn-2'],
  },
  {
    name: 'printer: asked',
    recipe: 'stuck_printer',
    say: ['the printer does not print', 'PRN-LYON-1'],
    expected: ['restart_spooler device=d-prn-1'],
  },
  {
    name: 'printer: the only one',
    recipe: 'stuck_printer',
    say: ['the printer does not print'],
    setting: {
      world: { devices: [{ id: 'd-prn-9', name: 'PRN-9', kind: 'printer', software: [], online: true }] },
    },
    expected: ['restart_spooler device=d-prn-9'],
  },
  {
    name: 'printer: none, so the own computer',
    recipe: 'stuck_printer',
    say: ['the printer does not print'],
    setting: {
      world: {
        devices: [
          { id: 'd-lt-x', name: 'LT-X', kind: 'laptop', ownerId: 'p-dana-reyes', software: [], online: true },
        ],
      },
    },
    expected: ['restart_spooler device=d-lt-x'],
  },
  {
    name: 'printer: no device at all, so the documents',
    recipe: 'stuck_printer',
    say: ['the printer does not print'],
    setting: { world: { devices: [], ...printerPaper } },
    expected: PAPER,
  },
  {
    name: 'printer: the tool is missing, so the documents',
    recipe: 'stuck_printer',
    say: ['printer PRN-LYON-2 is stuck'],
    setting: { withoutWrites: ['restart_spooler'], world: printerPaper },
    expected: PAPER,
  },
  {
    name: 'printer: the tool and documents are missing',
    recipe: 'stuck_printer',
    say: ['printer PRN-LYON-2 is stuck'],
    setting: { withoutWrites: ['restart_spooler'] },
    expected: "hand_off: The client's documentation has nothing on “printer PRN-LYON-2 stuck”.",
  },
];

describe('recipes on devices and documents', () => {
  it.each(rows)('$name', async ({ recipe, say, setting, expected }) => {
    const { last } = await talk(recipe, say, setting);
    expect(inShort(last)).toEqual(expected);
  });

  it('names the document it answers from', async () => {
    const { last } = await talk('guidance', ['VPN please']);
    expect(last).toMatchObject({ type: 'answer', sources: ['How to connect to the VPN'] });
  });

  it('points to the status command', async () => {
    const { last } = await talk('ticket_status', ['how is my ticket?']);
    expect(inShort(last)).toMatch(
      /^answer: Your tickets and how they stand are shown by the command `status`/,
    );
  });
});
