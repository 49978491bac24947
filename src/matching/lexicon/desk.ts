// Lexicon: the desk's own matters, tickets and time.
// Data only.
import type { Concept } from './concept.ts';

const TALK_OF_A_TICKET = `
  password lockout mfa group-membership license install vpn-or-wifi joiner leaver app-access email
  email-trouble printer signin-trouble new-equipment access-request computer phone-line mobile-device
  app-trouble software hardware outage mailbox-access internet-outage alert monitor folder-access
  suspicious-signin`;

export const DESK: readonly Concept[] = [
  {
    name: 'ticket-handling',
    weight: 1,
    phrases: `
      question|questions|query|enquiry|inquiry|asks about + $ticket;
      alter|amend|adjust|edit|modify + $ticket; $ticket + exist|exists|existing;
      update|updates|news|progress + request|order + sent|made|placed|submitted;
      $ticket + status|progress|state|update|updates|eta|news|look|view|see|show|list|check|find|search|
      pull|open|pending|outstanding|resolved|solved|happen|happened|happening|stand|stands|going|long|when|
      anybody|anyone|somebody|assigned|priority|urgency|urgent|severity|impact|escalate|escalation|chase|
      chasing|follow|following|waiting|wait|heard|respond|response|history|track|still|where|forward|
      reassign|how|movement|queue|handled|handling|close|closed|resolve|cancel|reopen|reopened|change|
      modify|edit|mark|set|raise|lower|duplicate|delete|note|comment|yet|done|fix|number|any|working|
      looking|doing|put|hold|cleared|sorted|finished|complete|completed|dealt|taken|being|last|submitted|
      raised|logged|opened|created|reported|mine|my|high|low|medium|hurry|expedite|prioritize|prioritise|
      bump|remind|reminder|situation|solution|lookup|end|finalize|remove;
      status|progress|update|updates|news|eta|word|movement|follow|chase|chasing|where_are_we|outcome|
      latest + request|issue|problem|matter|call + my|last|raised|reported|opened|on|about|#|logged|
      submitted|sent|earlier|of|yesterday|open|week|this;
      request|issue|problem + i|we|you =opened|=raised|=reported|=logged|=submitted + doing|going|status|
      how|what|when|update|yet|news|fixed|where|happen|happening|still|any|going;
      is|are|has|did|was my|the|our request|issue|problem|case =still|=closed|=open|=resolved|=done|
      =progress|=assigned|=fixed|=solved|pending;
      close|closed|reopen|escalate my|the|an|this|that|our|as issue|issues|request|ticket|incident|case;
      close|reopen|escalate issue|issues|request; like resolve issue|problem;
      show|view|see|list|check|search|find|have + my|all|open|any|our + issues|requests|incidents|tickets|
      cases; search|look|find|show|list for|up|through issues|incidents|tickets|requests|issue|ticket;
      any|an update|updates|news|progress on|regarding|about|yet|for|please;
      any_update|any_updates|any_news|any_progress;
      escalate|escalation + wait|waiting|days|this|manager|still;
      when issue|request|problem|it =solved|=fixed|=resolved|=ready|=done;
      when|anyone|anybody|someone|somebody|has working|looking|look|fix|fixed|respond|get_back + request|
      issue|ticket|my_case; get|got|receive|received|seen|read my request|ticket|message;
      heard nothing|back|anything|not; not heard + back|request|issue|ticket|anything|anybody|desk|it;
      still waiting + it|desk|someone|response|reply|answer|fix|issue|request|ticket|helpdesk|my;
      follow|following up + issue|request|ticket|reported|logged|raised;
      urgency|priority + #|bump|ticket|high|low|medium|change|raise|lower|increase|update|set|normal|
      critical|p1|p2|request|issue; works now close|resolved; where stand + request|issue|case|matter;
      how|what far|stage|stand|stands + request|issue|case|ticket;
      reported|logged|raised|opened + last|days|week|yesterday|weeks|monday|friday|ago + update|status|
      news|nothing|happen|yet|how|going|doing|still; ticket|incident|case|request|issue stage|phase;
      progress|status report + request|issue;
      existing|earlier|previous|open request|ticket|case|issue + ask|know|status|change|where|inquire|
      enquire|update; what|whats_going|happening with my|the|our + $ticket|request|issue;
      let know + progress|ticket|status`,
    unless: `
      =open_a|=open_an|=open_new|=open_up|=opening_a|=create_a|=create_an|=create_new|=creating_a|=raise_a|
      =raise_an|=raising_a|=log_a|=log_an|=submit_a|=submit_an|=file_a|=make_a|=start_a|=new $ticket;
      =create_ticket|=raise_ticket|=log_ticket|=submit_ticket|=create_incident|=raise_incident|
      =log_incident|=create_case|=open_incident|=open_case|please_open|please_raise|please_log|
      please_create;
      train|plane|flight|bus|concert|parking|movie|lottery|cinema|theatre|speeding|season|event|airline|
      football|match|transport|metro|traffic|festival ticket|tickets;
      phone|pillow|laptop|display|suit|carrying|upper|lower|use|book|just|in|hard|edge|test|battery|court|
      protective case; case sensitive|study|law; in|just =case; $bank;
      application|loan|claim|order|vacation|pto|leave|holiday|flight|package|delivery|parcel|mortgage|visa|
      passport|insurance|todo|refund|credit|card|tax status|request|update|progress;
      status of my|the|our application|loan|order|flight|package|vacation|pto|delivery|parcel|card|
      transfer|leave|credit|refund|server|build|backup|printer|deployment|shipment|visa|holiday;
      cannot|unable|error|not|fails =close|=open|=create|=submit|=update|=save|=see|=view|=access $ticket;
      windows|software|office|firmware|bios|driver|outlook|adobe|java|chrome|app|mac|ios|android|teams|
      macos|zoom|phone|security update|updates;
      update|updates on|for|to + windows|office|software|laptop|driver|computer|mac|chrome|java;
      news world|today|weather|sport|headline; teams|presence|online status;
      #|minutes|minute|hour|hours|half + log|book|spent|bill|record|track|time|add + $ticket; todo;
      mailing|mailing_list`,
    over: TALK_OF_A_TICKET,
  },
  {
    name: 'ticket-ask',
    weight: 0.3,
    phrases: `
      status|progress|update|news|eta + $ticket|request|issue; how|when|where|what + $ticket|request|issue;
      check|view|show|look|see|know + $ticket|status`,
  },
  {
    name: 'ticket-change',
    weight: 0.3,
    phrases: `
      close|resolve|reopen|escalate|change|mark|set|modify|urgency|priority|update + $ticket|issue|request|
      status`,
  },
  {
    name: 'time-logging',
    weight: 1,
    phrases: `
      work_time|working_time|worktime|time_worked|hours_worked|minutes_worked; =worked + ticket|long;
      how long + worked|spent|took|take + ticket|job|task|case; time needed|took|spent + ticket|case|job;
      effort|duration + ticket|case|job|work;
      #|half|one|two|three|quarter hour|minute on|against|for|to $ticket|client|case|customer|project;
      took|takes + hour|minute + note|log|book|record|put|add|write|charge|bill;
      worked + from|for|at|on|# + book|log|record|charge;
      log|record|book|track|add|enter|put|charge|register|note|submit|bill|post|count|clock|report|input|
      capture|allocate|write|attribute|tally|jot + #|half|quarter|one|two|three|four|five|six|an|ten|
      fifteen|twenty|thirty|forty|couple|few|ninety hour|minute|day|hours + for|on|to|against|ticket|
      client|onsite|spent|as|of|work|under|yesterday|today|project|call|meeting|case|incident|job|remote|
      labour|labor|billable|travel|migration|visit|support|visit|in;
      log|record|book|track|add|enter|put|charge|register|bill|post|submit|note #|half|quarter|one|two|
      three|four|five|six|an|ten|fifteen|twenty|thirty|forty|ninety hour|minute|hours;
      log|record|book|track|enter|add|register|logging|recording|tracking|report|fill|submit|note|capture|
      create|post|bill|charge|document|input|book_in|file|make|new|forgot|correct|edit|change + time|hours|
      labour|labor|effort|worktime + spent|worked|ticket|client|case|incident|project|entry|entries|sheet|
      work|on|for|against|task|job|customer|visit|my|onsite|billable|to;
      time|hours|labour|work|worklog|effort entry|entries|log|tracking|recording|registration|logging|
      booking; timesheet|timesheets|worklog|timelog;
      time|hours spent|worked + ticket|client|on|case|incident|task|for|project|job|be|matter|needs|issue;
      spent #|half|one|two|three|four|five|an|about|around|roughly|quarter|ten|fifteen|twenty|thirty|forty|
      the|almost|nearly hour|minute|day|morning|afternoon + on|with|fixing|ticket|client|working|helping|
      doing|at|setting|troubleshooting|for|onsite|phone|call|configuring|resetting|patching|migrating;
      worked #|one|two|three|four|five|an|half|for|about + hour|minute|hours + on|ticket|for|client|today;
      start|stop|pause|run timer; timer + ticket|start|stop;
      clock|clocking hours|time|in|minutes + ticket|project|work|worked|client|job;
      billable|chargeable|unbilled|non-billable time|hours|minutes|hour;
      #|half|one|two|three|four|five|quarter|ten|fifteen|twenty|thirty|forty|couple hour|minute|hours +
      billable|onsite|labour|labor|worked|travel_time|against|overtime|timesheet|spent|ticket|log|book|
      bill|track|remote_support|remote_work|on_this_case;
      my|our|worked|working hours + log|book|enter|submit|record|add|correct|against|put|timesheet|down|
      ticket; overtime + log|book|record|enter|submit;
      minute|hour|time|hours booked|logged|recorded|entered|tracked|charged|billed;
      log|book|enter|put|write|mark time|hours|minutes|my_time|down; log|book|record work`,
    unless: `
      timesheet approval|approve|training|error|missing;
      signin|crash|reboot|restart|slow|alarm|remind|reminder|timer_alarm|meeting_room|cooking|kitchen|egg|
      flight|hotel|doctor|dentist|oven|pizza|train|taxi|table|restaurant|appointment; $bank;
      time zone|zones|machine_time|sync|wrong|clock|server|out; log file|files|viewer|off|out;
      crash|freezes every|after; book meeting|room|vacation|holiday; set alarm|timer; event log|logs;
      locked|expire|expired after|in|for; last hour|few hours|for_hours; half_day|day_off;
      exchange|call_log; every # minute|hour;
      boot|startup|load|waiting|waited|wait|down|offline + #|hour|minute; pto; battery;
      opening|office|working|business|school hours + what|when;
      system|laptop|computer|phone|desktop|bios clock|time; gone|back|ready|start in`,
    over: `${TALK_OF_A_TICKET} ticket-handling maintenance phone-line firewall office-move ticket-ask ticket-change server`,
  },
];
