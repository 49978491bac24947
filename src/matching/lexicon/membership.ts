// Lexicon: groups, lists, shared mailboxes and folders, and who may be in them. Data only.
import type { Concept } from './concept.ts';

export const MEMBERSHIP: readonly Concept[] = [
  {
    name: 'group-membership',
    weight: 1,
    phrases: `
      add|added|adding|addition|put|include|included|join|joining|invite|assign|insert|enrol|subscribe|
      subscribed|member|members|membership|remove|removed|removing|removal|delete|deleted|take|drop|
      exclude|unsubscribe|leave|owner|owners|change|part|belong|place|placed|take_off|kick|taken + $group;
      access|permission|permissions|rights + mailbox|security_group|ad_group|group;
      mailbox|group|list|channel permission|permissions|owner|owners|member|members|membership|delegate|
      delegation;
      add|remove|new|more|change|update member|members|owner|owners + $group|list|email|team|mailbox|
      mailing;
      add|remove|delete|put|include|taken|take|drop + person|people|someone|me|him|her|user|users|us|
      everyone|them|colleague|member|members + list|lists|email|mailing|group|groups|team_site|channel|
      mailbox|teams_channel|dl|recipients|team; add|added|put|remove|removed + $list;
      swap|exchange|replace + $group; subscribe|unsubscribe me|him|her|us|user;
      as|be|become|make|have member of; copy|cc|recipient|recipients + $list;
      $list + subscribe|subscription|unsubscribe|member|members|add|remove|owner|wrong|update|change|join|
      leave|receive|recipients|recipient|get|include|drop;
      get|receive|receiving|got|getting email|emails|mails|messages|announcements + list|group;
      stop|stopped receiving|getting emails|mails + list|group;
      member of $group|team|list|channel|finance|sales|hr|marketing; group|team membership;
      not in|part_of|member $group; in|join|leave $list; be|get|go|stay in|on|into|onto $group|$list;
      get|be|go into|onto $group;
      add|put|include|remove|need|want|give + to|in|from|on|of|access + sharepoint_group|security_group|
      teams_group|channel|team_channel|ad_group|teams_team; missing group|list;
      grant|give|need|get + membership; same groups|group as;
      join|leave|add|remove teams|sharepoint|slack channel|team|group; take|took off|out $group|list;
      off|on the $list; should be|in $group; =be in|part $group; not_in|missing_from $group; out $group;
      delegate|full|send|send_as|send_on_behalf access|permission|rights + mailbox; group access;
      access|common|full|read + mailbox; add|remove to_the|from_the team; create|new $group`,
    unless: `
      cannot|unable|not|wont open|load|sync|see + mailbox; mailbox not|wont open|load|sync|update;
      gym|club_membership|fitness; member of_staff|public|family;
      group policy|policies|meeting|photo|insurance|lunch|buy|chat_message|call|therapy|lesson|band;
      shopping|grocery|todo|to_do|wish|price|packing|playlist|guest|task|waiting|christmas|contact list|
      lists; list of; calendar|mailbox full|size|quota|storage|calendar_invite;
      mailbox + full|quota|restore|historical|archive|increase|size|migrate|migration|loading|slow|corrupt;
      bank|customer group; group by|chat|video; local_admin|localadmin|administrators|domain_admins;
      sort|filter group|list; local admin; dropdown list; product list; check list;
      add column|row|printer|comment|contact|song|item|items|milk; spam; dissolve;
      blocked|safe|allow|block sender|senders|list; $bank; group photo`,
    over: 'access-request vpn-or-wifi vpn wifi email app-access folder-access microsoft-teams account-disable access-removal mailbox-access data-transfer microsoft-teams account-create',
  },
  {
    name: 'member-add',
    weight: 0.25,
    phrases: 'add|added|put|include|join|subscribe|grant + $group|mailbox|list|team|channel',
  },
  {
    name: 'member-remove',
    weight: 0.25,
    phrases: 'remove|removed|delete|take_off|unsubscribe|exclude|leave + $group|mailbox|list|team|channel',
  },
  { name: 'distribution-list', weight: 0.4, phrases: '$list' },
  {
    name: 'shared-mailbox',
    weight: 1,
    phrases: `
      share|common|team|group|joint|generic|department|functional|info mailbox|inbox|email_address|
      email_account`,
    over: 'email',
    unless: 'mailbox full|quota|size',
  },
  {
    name: 'mailbox-access',
    weight: 0.6,
    phrases: `
      access|permission|permissions|rights|delegate|delegation|full_access|send_as|open|see|read + mailbox|
      inbox`,
    unless: 'full_mailbox|not_open|loading|slow',
  },
  {
    name: 'folder-access',
    weight: 1,
    phrases: `
      access|permission|permissions|rights|open|see|upload|edit|write|read + folder|folders|drive|
      fileshare|directory|network_drive|share_drive|sharepoint|onedrive|site|path|library|fileserver|share`,
    unless: 'wifi|vpn|mailbox|active_directory|employee_directory|hard_drive|website|webpage',
    over: 'access-request',
  },
  { name: 'distribution-create', weight: 0.6, phrases: 'create|new|setup|make $group' },
  {
    name: 'access-card',
    weight: 1,
    phrases: `
      access|pass|key|entry|door|building|id|proximity card|cards|fob|badge|badges;
      badge|fob + door|office|building|lost|new|activate|not|reader; keycard`,
    unless: 'id badge_number',
  },
];
