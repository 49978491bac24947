// The people of the shipped sandbox and of the shipped desk as members of one Slack workspace.
import type { SlackMember } from './slack-web.ts';

const member = (name: string, realName: string, email: string): SlackMember => ({ name, realName, email });

/** Beside Dana Reyes and Lee Park, whom the stand-in has by itself. */
export const SLACK_PEOPLE: readonly SlackMember[] = [
  member('mia', 'Mia Fontaine', 'mia.fontaine@acme-dental.example'),
  member('sam', 'Sam Ortiz', 'sam.ortiz@acme-dental.example'),
  member('erin', 'Erin Cole', 'erin.cole@acme-dental.example'),
  member('claire', 'Claire Dubois', 'claire.dubois@acme-dental.example'),
  member('paul', 'Paul Laurent', 'paul.laurent@acme-dental.example'),
  member('grace', 'Grace Lin', 'grace.lin@birch-legal.example'),
  member('rosa', 'Rosa Diaz', 'rosa.diaz@birch-legal.example'),
  member('ada', 'Ada Admin', 'ada@north-msp.example'),
  member('noor', 'Noor Admin', 'noor@north-msp.example'),
  member('tina', 'Tina Technician', 'tina@north-msp.example'),
  member('stan', 'Stan Stranger', 'stan@elsewhere.example'),
];
