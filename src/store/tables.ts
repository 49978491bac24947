// Every table, once for both databases. Ids are UUIDv7 text made by the app; short numbers come from `counters`.
import { isNotNull, isNull, sql } from './drizzle.ts';
import type { Kit } from './kit.ts';

export const tables = (k: Kit) => {
  const counters = k.table('counters', {
    name: k.text('name').primaryKey(),
    value: k.int('value').notNull(),
  });

  const people = k.table(
    'people',
    {
      id: k.text('id').primaryKey(),
      email: k.text('email').notNull(),
      name: k.text('name').notNull(),
      clientId: k.text('client_id').notNull(),
      timeZone: k.text('time_zone'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('people_email').on(t.email)],
  );

  const identities = k.table(
    'identities',
    {
      id: k.text('id').primaryKey(),
      platform: k.text('platform').notNull(),
      tenant: k.text('tenant').notNull(),
      userId: k.text('user_id').notNull(),
      personId: k.text('person_id'),
      /** linked, proposed, refused, stranger */
      state: k.text('state').notNull(),
      email: k.text('email'),
      name: k.text('name').notNull(),
      /** The client that an admin would confirm. */
      proposedClientId: k.text('proposed_client_id'),
      reason: k.text('reason'),
      seenAt: k.time('seen_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('identities_user').on(t.platform, t.tenant, t.userId),
      k.index('identities_person').on(t.personId),
    ],
  );

  const overrides = k.table('desk_overrides', {
    /** What chat changed, e.g. `mode/acme-dental`. */
    key: k.text('key').primaryKey(),
    value: k.json('value').notNull(),
    changedBy: k.text('changed_by').notNull(),
    changedAt: k.time('changed_at').notNull(),
  });

  const changes = k.table(
    'changes',
    {
      id: k.text('id').primaryKey(),
      key: k.text('key').notNull(),
      value: k.json('value').notNull(),
      summary: k.text('summary').notNull(),
      /** pending, applied, withdrawn */
      state: k.text('state').notNull(),
      askedBy: k.text('asked_by').notNull(),
      askedAt: k.time('asked_at').notNull(),
      /** On a desk with one admin it takes effect then. */
      appliesAt: k.time('applies_at'),
      decidedBy: k.text('decided_by'),
      decidedAt: k.time('decided_at'),
    },
    (t) => [k.index('changes_state').on(t.state)],
  );

  const secrets = k.table(
    'secrets',
    {
      id: k.text('id').primaryKey(),
      /** A client id, or `msp`. */
      scope: k.text('scope').notNull(),
      name: k.text('name').notNull(),
      sealed: k.text('sealed').notNull(),
      changedBy: k.text('changed_by').notNull(),
      changedAt: k.time('changed_at').notNull(),
    },
    (t) => [k.uniqueIndex('secrets_name').on(t.scope, t.name)],
  );

  const tickets = k.table(
    'tickets',
    {
      id: k.text('id').primaryKey(),
      number: k.int('number').notNull(),
      clientId: k.text('client_id').notNull(),
      requesterId: k.text('requester_id').notNull(),
      submitterId: k.text('submitter_id').notNull(),
      title: k.text('title').notNull(),
      state: k.text('state').notNull(),
      type: k.text('type'),
      /** person, rule or model */
      typeBy: k.text('type_by'),
      /** Where it came in and where replies go. */
      address: k.json('address').notNull(),
      /** The platform's message it was opened by, for reactions and edits. */
      message: k.json('message'),
      /** One text for the thread, so that a follow-up finds its ticket by index. */
      threadKey: k.text('thread_key').notNull(),
      source: k.text('source').notNull(),
      verified: k.bool('verified').notNull(),
      assigneeId: k.text('assignee_id'),
      assignedAt: k.time('assigned_at'),
      /** The planner's own notes between questions. */
      planning: k.json('planning').notNull(),
      questions: k.int('questions').notNull(),
      attachments: k.json('attachments').notNull(),
      handOffReason: k.text('hand_off_reason'),
      rating: k.text('rating'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
      resolvedAt: k.time('resolved_at'),
    },
    (t) => [
      k.uniqueIndex('tickets_number').on(t.number),
      k.index('tickets_thread').on(t.threadKey, t.id),
      k.index('tickets_requester').on(t.requesterId, t.createdAt),
      k.index('tickets_state').on(t.state, t.createdAt),
    ],
  );

  const ticketEntries = k.table(
    'ticket_entries',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      /** requester, technician, reply, internal_note, hint, event */
      kind: k.text('kind').notNull(),
      author: k.text('author').notNull(),
      text: k.text('text').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('ticket_entries_ticket').on(t.ticketId, t.id)],
  );

  const plans = k.table(
    'plans',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      /** Canonical JSON as text: the hash is over these characters. */
      body: k.text('body').notNull(),
      hash: k.text('hash').notNull(),
      prose: k.json('prose').notNull(),
      /** noted, awaiting_approval, denied, expired, withdrawn, superseded, running, done, failed, cancelled */
      status: k.text('status').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('plans_ticket').on(t.ticketId, t.createdAt)],
  );

  const approvals = k.table(
    'approvals',
    {
      id: k.text('id').primaryKey(),
      number: k.int('number').notNull(),
      planId: k.text('plan_id').notNull(),
      planHash: k.text('plan_hash').notNull(),
      clientId: k.text('client_id').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      /** technician or manager */
      half: k.text('half').notNull(),
      /** For the manager's half: the e-mail address that alone may decide it. */
      managerEmail: k.text('manager_email'),
      status: k.text('status').notNull(),
      decidedBy: k.text('decided_by'),
      decidedByName: k.text('decided_by_name'),
      decidedAt: k.time('decided_at'),
      reason: k.text('reason'),
      tellRequester: k.bool('tell_requester').notNull(),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      remindedAt: k.time('reminded_at'),
      usedAt: k.time('used_at'),
    },
    (t) => [
      k.uniqueIndex('approvals_number').on(t.number),
      k.uniqueIndex('approvals_plan').on(t.planId, t.half),
      k.index('approvals_status').on(t.status, t.expiresAt),
      k.index('approvals_ticket').on(t.ticketId),
    ],
  );

  const runs = k.table(
    'runs',
    {
      id: k.text('id').primaryKey(),
      /** One run per plan, for ever: this index is what makes a second execution impossible. */
      planId: k.text('plan_id').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      status: k.text('status').notNull(),
      error: k.text('error'),
      createdAt: k.time('created_at').notNull(),
      endedAt: k.time('ended_at'),
    },
    (t) => [
      k.uniqueIndex('runs_plan').on(t.planId),
      k.index('runs_ticket').on(t.ticketId),
      k.index('runs_status').on(t.status),
    ],
  );

  const runSteps = k.table(
    'run_steps',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      tool: k.text('tool').notNull(),
      status: k.text('status').notNull(),
      /** Counts attempts, for fencing: a result that names another attempt is ignored. */
      attempt: k.int('attempt').notNull(),
      result: k.json('result'),
      error: k.text('error'),
      startedAt: k.time('started_at'),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.uniqueIndex('run_steps_idx').on(t.runId, t.idx)],
  );

  const stepAttempts = k.table(
    'step_attempts',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      n: k.int('n').notNull(),
      idempotencyKey: k.text('idempotency_key').notNull(),
      /** A temporary password, sealed before the vendor is called. */
      sealed: k.text('sealed'),
      startedAt: k.time('started_at').notNull(),
      endedAt: k.time('ended_at'),
      outcome: k.text('outcome'),
    },
    (t) => [k.uniqueIndex('step_attempts_n').on(t.runId, t.idx, t.n)],
  );

  const deliveries = k.table(
    'deliveries',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      recipientEmail: k.text('recipient_email').notNull(),
      forName: k.text('for_name').notNull(),
      sealed: k.text('sealed'),
      expiresAt: k.time('expires_at').notNull(),
      openedAt: k.time('opened_at'),
    },
    (t) => [k.uniqueIndex('deliveries_step').on(t.runId, t.idx)],
  );

  const jobs = k.table(
    'jobs',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      key: k.text('key').notNull(),
      payload: k.json('payload').notNull(),
      runAt: k.time('run_at').notNull(),
      leaseUntil: k.time('lease_until'),
      leaseToken: k.int('lease_token').notNull(),
      tries: k.int('tries').notNull(),
      lastError: k.text('last_error'),
      doneAt: k.time('done_at'),
    },
    (t) => [
      k.uniqueIndex('jobs_key').on(t.key),
      // Done jobs are many and never looked for: an index without them is smaller and cheaper to keep.
      k.index('jobs_due').on(t.runAt).where(isNull(t.doneAt)),
    ],
  );

  const outbox = k.table(
    'outbox',
    {
      id: k.text('id').primaryKey(),
      key: k.text('key').notNull(),
      /** Order is kept within one conversation. */
      conversation: k.text('conversation').notNull(),
      /** post or update */
      kind: k.text('kind').notNull(),
      /** Address, or the person whose direct message is opened. */
      recipient: k.json('recipient').notNull(),
      content: k.json('content').notNull(),
      onlyFor: k.json('only_for'),
      /** What the message shows, e.g. `plan:ID`: all its copies change together. */
      subject: k.text('subject'),
      /** For an update: the key of the post that it replaces. */
      target: k.text('target'),
      /** waiting, sending, sent, failed, merged */
      state: k.text('state').notNull(),
      nextAt: k.time('next_at').notNull(),
      tries: k.int('tries').notNull(),
      ref: k.json('ref'),
      lastError: k.text('last_error'),
    },
    (t) => [
      k.uniqueIndex('outbox_key').on(t.key),
      // The condition must stand in the query word for word, not as a value that is bound.
      k.index('outbox_waiting').on(t.id).where(sql`state = 'waiting'`),
      k.index('outbox_subject').on(t.subject).where(isNotNull(t.subject)),
      k.index('outbox_target').on(t.target).where(isNotNull(t.target)),
    ],
  );

  const inbox = k.table(
    'inbox',
    {
      id: k.text('id').primaryKey(),
      source: k.text('source').notNull(),
      eventId: k.text('event_id').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.uniqueIndex('inbox_event').on(t.source, t.eventId), k.index('inbox_at').on(t.at)],
  );

  const auditHead = k.table('audit_head', {
    id: k.text('id').primaryKey(),
    seq: k.int('seq').notNull(),
    hash: k.text('hash').notNull(),
  });

  const audit = k.table(
    'audit',
    {
      seq: k.int('seq').primaryKey(),
      at: k.time('at').notNull(),
      actor: k.text('actor').notNull(),
      verb: k.text('verb').notNull(),
      subject: k.text('subject').notNull(),
      clientId: k.text('client_id'),
      digest: k.text('digest').notNull(),
      prev: k.text('prev').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.index('audit_subject').on(t.subject, t.seq)],
  );

  const auditWords = k.table('audit_words', {
    seq: k.int('seq').primaryKey(),
    text: k.text('text').notNull(),
  });

  const conversations = k.table(
    'conversations',
    {
      id: k.text('id').primaryKey(),
      platform: k.text('platform').notNull(),
      tenant: k.text('tenant').notNull(),
      channel: k.text('channel').notNull(),
      /** personal, group or channel */
      kind: k.text('kind').notNull(),
      /** Whose personal chat with the bot this is, as events name the person. */
      userId: k.text('user_id'),
      /** What the platform needs to write there again, in its own words; never a secret. */
      reference: k.json('reference').notNull(),
      /** The bot was removed: nothing is sent until it is there again. */
      gone: k.bool('gone').notNull(),
      seenAt: k.time('seen_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('conversations_channel').on(t.platform, t.tenant, t.channel),
      k.index('conversations_user').on(t.platform, t.tenant, t.userId),
    ],
  );

  const modelRuns = k.table(
    'model_runs',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      at: k.time('at').notNull(),
      model: k.text('model').notNull(),
      /** plan, question, answer, hand_off, or why the embedded planner took over */
      outcome: k.text('outcome').notNull(),
      requests: k.int('requests').notNull(),
      promptTokens: k.int('prompt_tokens').notNull(),
      cachedTokens: k.int('cached_tokens').notNull(),
      completionTokens: k.int('completion_tokens').notNull(),
      reasoningTokens: k.int('reasoning_tokens').notNull(),
      /** The server did not say; counted from the length of the texts. */
      estimated: k.bool('estimated').notNull(),
      latencyMs: k.int('latency_ms').notNull(),
      /** Millionths of the currency, by the prices of that moment; null without prices. */
      costMicros: k.int('cost_micros'),
      currency: k.text('currency'),
    },
    (t) => [k.index('model_runs_client').on(t.clientId, t.at), k.index('model_runs_ticket').on(t.ticketId)],
  );

  const mcpTools = k.table(
    'mcp_tools',
    {
      id: k.text('id').primaryKey(),
      server: k.text('server').notNull(),
      clientId: k.text('client_id').notNull(),
      tool: k.text('tool').notNull(),
      /** Of the definition that the desk works with. */
      hash: k.text('hash').notNull(),
      definition: k.json('definition').notNull(),
      /** What the server says now, if an admin has not looked at it yet: the tool is suspended. */
      changedHash: k.text('changed_hash'),
      changedDefinition: k.json('changed_definition'),
      seenAt: k.time('seen_at').notNull(),
      acceptedBy: k.text('accepted_by'),
      acceptedAt: k.time('accepted_at'),
    },
    (t) => [k.uniqueIndex('mcp_tools_name').on(t.server, t.clientId, t.tool)],
  );

  const sandboxChanges = k.table(
    'sandbox_changes',
    {
      id: k.text('id').primaryKey(),
      clientId: k.text('client_id').notNull(),
      key: k.text('key').notNull(),
      change: k.json('change').notNull(),
    },
    (t) => [k.uniqueIndex('sandbox_changes_key').on(t.clientId, t.key)],
  );

  /** What can be searched, one row per section; the words stand in an index of the database's own kind beside it. */
  const searchEntries = k.table(
    'search_entries',
    {
      /** A number from `counters`: SQLite's index knows rows by number only. */
      id: k.int('id').primaryKey(),
      clientId: k.text('client_id').notNull(),
      /** document, ticket */
      kind: k.text('kind').notNull(),
      /** A document's path, a ticket's id. */
      key: k.text('key').notNull(),
      title: k.text('title').notNull(),
      text: k.text('text').notNull(),
      /** What a hit is shown with. */
      details: k.json('details').notNull(),
    },
    (t) => [k.index('search_entries_key').on(t.clientId, t.kind, t.key)],
  );

  const documents = k.table(
    'documents',
    {
      clientId: k.text('client_id').notNull(),
      /** Inside the client's folder. */
      path: k.text('path').notNull(),
      /** Of the content, so that an unchanged file is not read again. */
      hash: k.text('hash').notNull(),
      /** How a file that could not be read is reported; null: it is in the index. */
      skipped: k.text('skipped'),
      readAt: k.time('read_at').notNull(),
    },
    (t) => [k.uniqueIndex('documents_path').on(t.clientId, t.path)],
  );

  return {
    counters,
    people,
    identities,
    overrides,
    changes,
    secrets,
    tickets,
    ticketEntries,
    plans,
    approvals,
    runs,
    runSteps,
    stepAttempts,
    deliveries,
    jobs,
    outbox,
    inbox,
    auditHead,
    audit,
    auditWords,
    sandboxChanges,
    conversations,
    modelRuns,
    mcpTools,
    searchEntries,
    documents,
  };
};

export type Tables = ReturnType<typeof tables>;
