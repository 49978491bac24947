// Every card and form of the product in every state that people can see it in.
import { activityCard } from '../../cards/activity-card.ts';
import { answerCard } from '../../cards/answer-card.ts';
import { type ApprovalCardView, type ApprovalOutcome, approvalCard } from '../../cards/approval-card.ts';
import { approvalDetailsCard } from '../../cards/approval-details-card.ts';
import { type ApprovalRowView, approvalRow, approvalsCard } from '../../cards/approvals-card.ts';
import type { Card, Form } from '../../cards/card.ts';
import { changeCard } from '../../cards/change-card.ts';
import { confirmCard } from '../../cards/confirm-card.ts';
import { deliveryCard } from '../../cards/delivery-card.ts';
import { doneCard } from '../../cards/done-card.ts';
import { failureCard } from '../../cards/failure-card.ts';
import {
  denyForm,
  newTicketForm,
  noteForm,
  planForm,
  replyForm,
  secretForm,
  sendToItForm,
} from '../../cards/forms.ts';
import { handOffCard } from '../../cards/hand-off-card.ts';
import { helpCard } from '../../cards/help-card.ts';
import { type HomeView, homeCard } from '../../cards/home-card.ts';
import { managerCard } from '../../cards/manager-card.ts';
import { openFormCard } from '../../cards/open-form-card.ts';
import { problemCard } from '../../cards/problem-card.ts';
import { questionCard } from '../../cards/question-card.ts';
import { queueCard } from '../../cards/queue-card.ts';
import { receiptCard } from '../../cards/receipt-card.ts';
import * as refusals from '../../cards/refusals.ts';
import { revealForm } from '../../cards/reveal-form.ts';
import { type StatusView, statusCard } from '../../cards/status-card.ts';
import { type StrangerView, strangerCard } from '../../cards/stranger-card.ts';
import { textCard } from '../../cards/text-card.ts';
import { type TicketView, ticketCard } from '../../cards/ticket-card.ts';
import { type TicketRow, ticketsCard } from '../../cards/tickets-card.ts';
import { uncertainCard } from '../../cards/uncertain-card.ts';
import { type VerifyView, verifyCard } from '../../cards/verify-card.ts';

/** 2 March 2026, 10:32 UTC. */
const AT = Date.UTC(2026, 2, 2, 10, 32);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const dana = { name: 'Dana Reyes', email: 'dana.reyes@acme-dental.example' };
const mia = { name: 'Mia Fontaine', email: 'mia.fontaine@acme-dental.example' };
const lee = { name: 'Lee Park', at: AT, half: 'technician' as const };

const addition: ApprovalCardView = {
  approvalId: '0195-a1',
  ticketId: '0195-t1',
  label: 'P-1234',
  hash: '3fa9c1d2',
  requester: dana,
  client: 'Acme Dental',
  ticketNumber: 1042,
  ticketTitle: 'Access to Finance EU',
  workflows: [{ title: 'Group access', why: "matched: 'asks to be added to a group'" }],
  steps: [
    {
      sentence: 'Add Dana Reyes to Finance EU',
      risk: 'write',
      change: '12 members → 13',
      undo: 'remove Dana Reyes from Finance EU',
      verify: false,
    },
  ],
  words: 'Dana moved to finance on Monday and cannot open the shared folder.',
  wordsBy: 'model',
  expiresAt: AT + DAY,
};

const lockout: ApprovalCardView = {
  ...addition,
  approvalId: '0195-a2',
  ticketTitle: 'New phone, cannot sign in',
  label: 'P-1235',
  submitter: { name: 'Noor Haddad', email: 'noor.haddad@acme-dental.example' },
  subject: dana,
  manager: mia,
  workflows: [],
  steps: [
    { sentence: 'Reset MFA for Dana Reyes', risk: 'destructive', change: '2 methods → none', verify: true },
    { sentence: 'Sign Dana Reyes out everywhere', risk: 'write', verify: false },
    {
      sentence: 'Delete the old phone of Dana Reyes',
      risk: 'destructive',
      notBefore: AT + DAY,
      verify: false,
    },
    { sentence: 'Look up the sign-ins of Dana Reyes', risk: 'read', verify: false },
  ],
  wordsBy: 'technician',
  standing: '1 of 2: approved by Lee Park, waiting for the manager.',
};

const outcomes: Readonly<Record<string, ApprovalOutcome>> = {
  approved: { type: 'approved', by: [lee], standing: 'Approved by Lee Park.' },
  'approved-one-of-two': {
    type: 'approved',
    by: [lee],
    standing: '1 of 2: waiting for Mia Fontaine, manager',
  },
  'approved-done': {
    type: 'approved',
    by: [lee, { name: 'Mia Fontaine', at: AT + MINUTE, half: 'manager' }],
    standing: 'Approved by Lee Park and Mia Fontaine.',
    run: { type: 'done', at: AT + 2 * MINUTE },
  },
  'approved-scheduled': {
    type: 'approved',
    by: [lee],
    standing: 'Approved by Lee Park.',
    run: { type: 'scheduled', at: AT + DAY },
  },
  'approved-failed': {
    type: 'approved',
    by: [lee],
    standing: 'Approved by Lee Park.',
    run: { type: 'failed', at: AT + MINUTE, error: 'the directory refused the change' },
  },
  denied: { type: 'denied', by: [lee], reason: 'manager has not confirmed' },
  'denied-without-reason': { type: 'denied', by: [lee] },
  expired: { type: 'expired', at: AT + DAY },
  withdrawn: { type: 'withdrawn' },
  superseded: { type: 'superseded' },
};

const row: ApprovalRowView = {
  approvalId: '0195-a1',
  label: 'P-1234',
  sentence: 'Reset MFA for Dana Reyes',
  more: 2,
  requester: 'Dana Reyes',
  client: 'Acme Dental',
  ticketNumber: 1042,
  expiresAt: AT + DAY,
  destructive: true,
};
const tickets: readonly TicketRow[] = [
  {
    ticketId: '0195-t1',
    number: 1042,
    title: 'Access to Finance EU',
    state: 'awaiting_approval',
    requester: 'Dana Reyes',
    client: 'Acme Dental',
    owner: 'Lee Park',
    at: AT,
  },
  { ticketId: '0195-t2', number: 1043, title: 'Printer is slow', state: 'resolved', at: AT + MINUTE },
];
const home: HomeView = {
  name: 'Lee',
  waiting: [row],
  tickets,
  decided: [{ text: 'P-1230 approved by Lee Park', at: AT }],
  staff: true,
  admin: true,
};
const ticket: TicketView = {
  ticketId: '0195-t1',
  number: 1042,
  title: 'Access to Finance EU',
  state: 'working',
  client: 'Acme Dental',
  requester: 'Dana Reyes',
  owner: undefined,
  openedAt: AT,
  attachments: ['screenshot.png'],
  entries: [
    { kind: 'requester', author: 'Dana Reyes', text: 'I need the finance folder.', at: AT },
    { kind: 'internal_note', author: 'Deskhand', text: 'Diagnosis: not a member.', at: AT + MINUTE },
    { kind: 'reply', author: 'Lee Park', text: 'Looking at it.', at: AT + 2 * MINUTE },
  ],
  open: true,
};
const stranger: StrangerView = {
  identityId: '0195-i1',
  name: 'Dana Reyes',
  email: dana.email,
  platform: 'slack',
  reason: 'The workspace is not listed for a client.',
  client: 'Acme Dental',
};
const verify: VerifyView = {
  ticketId: '0195-t1',
  ticketNumber: 1042,
  client: 'Acme Dental',
  requester: dana,
  came: 'by e-mail',
  reader: 'manager',
};
const status: StatusView = {
  ticketId: '0195-t1',
  number: 1042,
  title: 'Access to Finance EU',
  state: 'with_technician',
  openedAt: AT,
  replies: [{ author: 'Lee Park', text: 'Looking at it.', at: AT + MINUTE }],
};
const about = { ticketId: '0195-t1', ticketNumber: 1042, client: 'Acme Dental', requester: 'Dana Reyes' };
const change = {
  changeId: '0195-c1',
  summary: 'directory.reset_mfa for Acme Dental: approval needed → auto',
  askedBy: 'Lee Park',
};
const refusal = (text: Card['body'][number] & { type: 'text' }): Card => ({
  title: 'Nothing was changed',
  body: [text],
});

export const cards: Readonly<Record<string, Card>> = {
  'activity-empty': activityCard({ title: 'Activity', entries: [] }),
  activity: activityCard({ title: 'Activity', entries: [{ at: AT, text: 'Lee Park approved P-1234.' }] }),
  answer: answerCard({
    ticketId: '0195-t1',
    ticketNumber: 1042,
    text: 'Choose "Acme" in the VPN client.\nThen sign in.',
    sources: ['VPN guide (Hudu)', 'Onboarding'],
  }),
  'approval-pending': approvalCard(addition),
  'approval-pending-dual': approvalCard(lockout),
  ...Object.fromEntries(
    Object.entries(outcomes).map(([name, outcome]) => [
      `approval-${name}`,
      approvalCard({ ...addition, outcome }),
    ]),
  ),
  'approval-details': approvalDetailsCard({
    label: 'P-1234',
    hash: '3fa9c1d2',
    diagnosis: 'Dana is not a member of Finance EU.',
    evidence: ['Finance EU has 12 members.'],
    steps: [
      {
        sentence: 'Add Dana Reyes to Finance EU',
        why: 'She asked for it.',
        policy: 'needs an approval',
        reasons: {
          summary: 'needs an approval',
          children: [
            {
              summary: 'Default for write: needs an approval',
              children: [{ summary: 'No rule names it', children: [] }],
            },
          ],
        },
      },
    ],
    reply: 'You are a member of Finance EU now.',
    halves: ['P-1234: waiting for a technician.'],
  }),
  'approvals-empty': approvalsCard({ approvals: [] }),
  approvals: approvalsCard({
    approvals: [row, { ...row, destructive: false, more: 0 }],
    intro: 'Only the buttons decide.',
  }),
  'change-one-admin': changeCard({ ...change, appliesAt: AT + DAY }),
  'change-decided': changeCard({ ...change, outcome: 'Confirmed by Ana Silva.' }),
  change: changeCard(change),
  delivery: deliveryCard({ secretId: '0195-s1', forName: 'Dana Reyes', ticketNumber: 1042 }),
  'done-rated': doneCard({ ticketId: '0195-t1', ticketNumber: 1042, reply: 'Done.', rated: 'good' }),
  'done-secret': doneCard({
    ticketId: '0195-t1',
    ticketNumber: 1042,
    reply: 'Done. Your password is reset.',
    secretId: '0195-s1',
  }),
  done: doneCard({ ticketId: '0195-t1', ticketNumber: 1042, reply: 'Done. You are in Finance EU.' }),
  failure: failureCard({
    ...about,
    runId: '0195-r1',
    steps: [
      { sentence: 'Create the account of Noor Haddad', status: 'done' },
      { sentence: 'Assign a licence', status: 'failed', error: 'No licence is free.' },
      { sentence: 'Tell the manager', status: 'pending' },
      { sentence: 'Order a laptop', status: 'skipped' },
    ],
  }),
  'hand-off-taken': handOffCard({ ...about, title: 'Printer', reason: 'No tool fits.', takenBy: 'Lee Park' }),
  'hand-off': handOffCard({ ...about, title: 'Printer', reason: 'No tool fits.' }),
  help: helpCard({
    prefix: '/desk ',
    groups: [
      { title: 'Everyone', commands: [{ usage: 'status [N]', summary: 'your requests' }] },
      { title: 'Technicians', commands: [{ usage: 'reply N TEXT', summary: 'write to the requester' }] },
    ],
  }),
  'home-empty': homeCard({ ...home, waiting: [], tickets: [], decided: [], admin: false }),
  'home-requester': homeCard({ ...home, name: 'Dana', waiting: [], staff: false, admin: false }),
  'home-requester-empty': homeCard({ ...home, waiting: [], tickets: [], staff: false, admin: false }),
  home: homeCard(home),
  'manager-denied': managerCard({
    ...lockout,
    outcome: { type: 'denied', by: [lee], reason: 'manager has not confirmed' },
  }),
  manager: managerCard(lockout),
  'open-form': openFormCard({ title: 'Note on 1042', command: 'note 1042' }),
  problem: problemCard({
    what: 'Graph refused the change: the app lacks User.ReadWrite.All for Acme Dental.',
    remedy: 'An admin can grant it with `/desk integration test acme-dental graph`.',
    errorId: 'e-7f31',
  }),
  'confirm-password': confirmCard({
    planId: '0195-p1',
    ticketId: '0195-t1',
    ticketNumber: 1042,
    reader: 'Dana Reyes',
    sentences: ['Reset the password of Dana Reyes'],
  }),
  'confirm-several': confirmCard({
    planId: '0195-p1',
    ticketId: '0195-t1',
    ticketNumber: 1042,
    reader: 'Mia Fontaine',
    sentences: Array.from({ length: 10 }, (_, at) => `Add Dana Reyes to the group Rota ${at + 1}`),
  }),
  question: questionCard({ ticketId: '0195-t1', ticketNumber: 1042, question: 'Which printer is it?' }),
  queue: queueCard({ rows: [approvalRow(row), approvalRow({ ...row, destructive: false })] }),
  'receipt-over': receiptCard({ ticketId: '0195-t1', ticketNumber: 1042, open: false }),
  receipt: receiptCard({ ticketId: '0195-t1', ticketNumber: 1042, open: true }),
  'refusal-changed': refusal({ type: 'text', text: refusals.changed({ label: 'P-1234' }) }),
  'refusal-decided': refusal({
    type: 'text',
    text: refusals.alreadyDecided({ label: 'P-1234', status: 'approved', by: 'Lee Park', at: AT }),
  }),
  'refusal-expired': refusal({ type: 'text', text: refusals.expired({ label: 'P-1234', at: AT }) }),
  'refusal-not-yours': refusal({
    type: 'text',
    text: refusals.notYours({ label: 'P-1234', why: 'You asked for this, so somebody else decides it.' }),
  }),
  'refusal-other-plan': refusal({ type: 'text', text: refusals.otherPlan({ label: 'P-1234' }) }),
  'refusal-typed': refusal({
    type: 'text',
    text: refusals.expired({ label: 'P-1234', at: AT, attempt: 'message' }),
  }),
  'status-resolved': statusCard({ ...status, state: 'resolved' }),
  status: statusCard(status),
  'stranger-confirmed': strangerCard({ ...stranger, outcome: 'Confirmed by Ana Silva.' }),
  'stranger-without-client': strangerCard({ ...stranger, client: undefined, email: undefined }),
  stranger: strangerCard(stranger),
  text: textCard('Clients', ['Acme Dental: execute', 'Northwind: plan']),
  'ticket-closed': ticketCard({
    ...ticket,
    state: 'closed',
    open: false,
    owner: 'Lee Park',
    attachments: [],
  }),
  'ticket-long': ticketCard({ ...ticket, entries: Array.from({ length: 5 }, () => ticket.entries).flat() }),
  ticket: ticketCard(ticket),
  'tickets-empty': ticketsCard({
    title: 'Queue',
    empty: 'No open tickets.',
    tickets: [],
    for: 'technician',
    more: 0,
  }),
  'tickets-requester': ticketsCard({ title: 'My requests', empty: '', tickets, for: 'requester', more: 0 }),
  tickets: ticketsCard({ title: 'Queue', empty: '', tickets, for: 'technician', more: 14 }),
  uncertain: uncertainCard({
    ...about,
    runId: '0195-r1',
    stepId: '2',
    sentence: 'Create the account of Noor Haddad',
    reason: 'The connection broke after the call was sent.',
  }),
  'verify-done': verifyCard({ ...verify, outcome: { by: 'Mia Fontaine', at: AT } }),
  'verify-technician': verifyCard({ ...verify, reader: 'technician' }),
  verify: verifyCard(verify),
};

export const forms: Readonly<Record<string, Form>> = {
  'form-deny': denyForm({ approvalId: '0195-a1', label: 'P-1234' }),
  'form-new': newTicketForm('My printer is slow'),
  'form-note': noteForm({ ticketId: '0195-t1', number: 1042 }),
  'form-plan': planForm({ ticketId: '0195-t1', number: 1042 }),
  'form-reply': replyForm({ ticketId: '0195-t1', number: 1042 }),
  'form-reveal': revealForm({ forName: 'Dana Reyes', password: 'Kd7w-Rm3x-pQ9t-Hv4c' }),
  'form-secret': secretForm({ name: 'SLACK_ACME', client: 'acme-dental', where: 'Acme Dental' }),
  'form-select': {
    action: { type: 'form.new' },
    title: 'A form with a choice',
    submit: 'Send',
    fields: [
      {
        type: 'select',
        id: 'urgency',
        label: 'Urgency',
        options: [
          { value: 'low', label: 'It can wait' },
          { value: 'high', label: 'I cannot work' },
        ],
        initial: 'low',
      },
    ],
  },
  'form-send-to-it': sendToItForm({
    messageKey: 'slack:T1:C1:1.1',
    author: 'Dana Reyes',
    text: 'VPN is down',
  }),
};
