// Lexicon: people joining, leaving and changing. Data only.
import type { Concept } from './concept.ts';

const DETAILS_OF_A_MOVE = `
  license app-access group-membership mailbox-access shared-mailbox folder-access new-equipment
  access-card install account-create account-disable email mobile-device password vpn-or-wifi mfa
  access-request computer phone-line admin-rights mail-forward asset-list training data-transfer
  access-removal new-phone lockout out-of-office leave-request calendar software job-change hardware
  lost-device`;

export const PEOPLE: readonly Concept[] = [
  {
    name: 'joiner',
    weight: 1,
    phrases: `
      starter|joiner form; account|login|mailbox + open|create|make|provision|setup|arrange + $role;
      incoming|arriving|additional + personnel|employee|staff|person|colleague|hire; freshly hired|joined;
      commence|commences + work|employment|job; takes_up + position|job|role|work; $newcomer; onboard;
      onboarding; new + hire|hired|hiring|employee|starter|recruit|colleague;
      $person|he|she|they|who =starts|=starting|=joins|=joining;
      $person|he|she|they|will|who =start $day|next|today|tomorrow|week|$month|work|role|job|position|#|1st;
      =starts|=starting $day|next_week|next_month|today|tomorrow|$month|#;
      =joins|=joining|joined|join + team|company|firm|$day|next|practice|office|organisation|organization|
      department|business|workforce|us|week; first_day|first_week|start_date|starting_date|day_one;
      joins|joining us; join us as|in|monday|next|on; is|are =joining|=joins;
      create|creating|creation|make|setup|provision|add|adding user|users|=login|account|accounts + new|
      newcomer|beginning|starting|trainee|intern;
      new user|users|=login + create|required|need|request|please|setup;
      user|account|accounts creation|provisioning|opening;
      intern|student|trainee|apprentice|starter accounts|account;
      ready + day_#|day_one|first_day|start_date; new $role;
      account|accounts|login|email_address|mailbox + made|create|make|setup|provision + $role;
      who =started|=joined|=starts|=joins|=begins;
      =starting|=starts|=beginning|=begins $day|next|tomorrow + account|accounts|provision|user|users|
      worker|workers|people|colleague; create|provision user|users; new user;
      add new user|employee|person|staff;
      setup|create|prepare|get|make|provision|arrange|open|request + account|accounts|email|laptop|profile
      + new|starting|starts|joins|joining|for_new + employee|hire|person|colleague|joiner|user|starting|
      someone|monday;
      hired|hire someone|somebody|person|developer|accountant|nurse|assistant|engineer|manager|
      receptionist|analyst|another; new + addition|member team|staff|firm|company; induction new;
      begins|begin + work|employment|job|role|contract; taken_on|taking_on|brought_on|bringing_on;
      take|taken|bring|bringing + on|aboard new|joiner|person|staff|employee|someone|board;
      newly|recently|just hired|joined|employed|recruited|appointed; join_date|joining_date; new starts;
      joining on|as; joins on|as; commences employment|work;
      account|accounts|access|equipment|laptop + someone|somebody|person|colleague =starting|=starts|
      =joining|=joins|=hired; arrival|arrive + new + person|employee|staff|colleague|member|worker;
      gains employment; hired|recruited;
      return|returning|back + maternity|parental|sabbatical|long_leave|secondment + employee|account|
      enable|joiner|access|user|colleague`,
    unless: `
      access|license|licenses|permission|permissions =starting|=starts;
      lunch|dinner|cake|gift|flowers|party|drinks|birthday; meeting|call|interview with;
      =add|put new|user|users|member|members|people $group|list|lists;
      license|licenses|seat|seats new|# user|users|people;
      join|joining + meeting|call|group|list|channel|webinar|domain|teams_meeting|zoom|conference|waitlist|
      session|room|wifi|network;
      =starts|=starting|=start windows|computer|laptop|outlook|excel|application|printer|pc|server|
      service|teams|word|slow|program|meeting|machine|error|today_my|loading|crash;
      windows|computer|laptop|outlook|excel|application|printer|pc|server|service|teams|word|program|
      meeting|machine|error =starts|=starting|=start;
      new user interface|experience|guide|manual|license|group|list|role|for_license; start menu|button;
      event|party|class|conference; start|starts|starting + vacation|holiday|leave|maternity_leave|pto`,
    over: DETAILS_OF_A_MOVE,
  },
  {
    name: 'leaver',
    weight: 1,
    phrases: `
      walked_out; =leaves|=leaving on|by|next|this;walks_out; lay_off|lays_off|laying_off|laid_off|let_go; wind_up account;
      goes and access withdrawn|revoked|removed; departing + personnel|people|person|user; leaver; leavers;
      offboard; offboarding; separation employee|notice|staff; employee|staff separation;
      deprovision|deprovisioning;
      account|accounts|user|login deactivation|termination|deletion|closure|removal;
      finish|finished|done with_us|here|placement|internship;
      $person|he|she|they|who|has|is|$newcomer =leaving|=left|=leaves;
      =leaving|=left|=leaves|=leave + company|firm|business|organisation|organization|us|employment|post|
      job|role|practice|payroll; leave|leaves|left company|firm|organisation|organization|business;
      leaving us|friday|monday|tuesday|wednesday|thursday|tomorrow|today|end|soon; is|are leaving;
      =left =on|=last|=yesterday|=us|=today; has|have =left;
      last|final + day|working_day + employee|is|his|her|their|friday|monday|on|today|tomorrow|with;
      last_day|final_day|last_working_day|leaving_date|leave_date|end_date|termination_date|exit_date;
      resign|resigned|resigning|resignation|quit|quits|retire|retires|retired|retiring|retirement|depart|
      departing|departed|departure;
      terminate|terminated|termination|dismissed|dismissal|fired|sacked|laid_off|redundant|redundancy|
      let_go|exit|exiting|exits + employee|user|staff|him|her|person|colleague|contract|today|he|she|
      account|access|worker|we|was|been|employment|contractor|made|process|consultant|intern|$person;
      terminate employment|employee|user;
      contract + end|ends|ended|ending|finish|finished|expire|expires + contractor|consultant|his|her|
      intern|temp|temporary|account|user|freelancer|person|worker|employee|their;
      employment|internship|placement|assignment + end|ends|ended|ending|finish|finished|over;
      no longer|not + work|works|working|employed|employee + here|us|company|with|for|firm|person|he|she|
      employed; ex|former employee|staff|colleague|worker; moving_on|move_on|moves_on;
      handed notice|in_notice; gave|given|serve notice;
      =disable|=deactivate|=terminate|=revoke|=suspend|disabling|deactivating|deactivation|=close|=delete|
      =deprovision|deprovision + account|accounts|access|user|users|ad|login|profile|mailbox + for|of|from|
      leaver|ex|former|left|he|she|his|her|their|all|who|please|immediately|end|effective|as_of|asap|
      everything|today|tonight|friday|company;
      =disable|=deactivate|=terminate|=revoke|=suspend|disabling|deactivating|deactivation|deprovision
      account|accounts|user|ad|access; disable|delete from ad;
      account|accounts|user|access to_be|be|should =disabled|=deactivated|=closed|=terminated|=revoked|
      =deleted|=suspended; parting ways; parted ways; part ways; $person|he|she =gone; last shift;
      maternity|parental|paternity + leaver|disable|suspend|account; stops working company|us|here;
      employment terminated; stop work for_us|company; cease employment; left employment;
      goes away for_good; not with_us; revoke all; say goodbye; said goodbye; decommission user|account;
      leave of employee; quits`,
    unless: `
      how_many|many|anything|enough left;
      flight|train|bus|plane|ferry|boat|taxi|tram leaves|leave|left|leaving; on|from =leave;
      leave|leaving|left for|at|to lunch|dinner|holiday|airport|trip|coffee|break|weekend;
      leave|left|leaving group|list|channel|team_chat|laptop|phone|charger|train|taxi|bag|meeting|message|
      voicemail|room|open|unlocked|home|early|side|hand|mouse|button|click|corner|arrow|monitor|screen|car|
      bus|cab|=list|mailing_list|security_group; no_days|days|time|space|minutes|ink|storage + =left|=leave;
      annual|sick|vacation|holiday|parental|unpaid|study|casual|medical|bereavement =leave;
      =leave + request|balance|days|approve|accepted|booked; bank|savings|credit_card|debit_card;
      remove|delete|close|disable + ticket|incident|case|virus|popup|printer|shortcut|file|email_from|rule|
      notification|autofill|mfa|macro|proxy|firewall|addin|add-in|plugin|toolbar|screen_saver|tab|
      account_picture|reminder|notifications; my access|=account =disabled|locked|blocked|suspended;
      exit code|error|program|application|fullscreen; retirement plan|fund|age|savings;
      device|server|laptop|computer|printer + retire|retired|retiring|end_date|decommission;
      contract|license|subscription|warranty|certificate + renew|renewal|warranty|vendor|support|internet|
      phone; freeze;
      quit|quits|quitting + application|word|outlook|excel|chrome|program|unexpectedly|itself|teams;
      account + reenable|reactivate|unlock|unblock; terminated process|unexpectedly|session|connection;
      =my =access; access + application|folder|system_not; facebook|instagram|netflix|linkedin|twitter;
      resign_document; project|sprint|meeting|event|course end_date; exit sign; ad_group|security_group`,
    over: `${DETAILS_OF_A_MOVE} joiner`,
  },
  {
    name: 'access-removal',
    weight: 0.4,
    phrases: `
      remove|revoke|withdraw|end|cut|take_away|close|stop + access|rights|account|accounts|permission|
      permissions`,
  },
  {
    name: 'job-change',
    weight: 0.8,
    phrases: `
      move|moves|moved|moving|transfer|transferred|change|changed|switch + department|role|job|position|
      branch|team + $person|he|she|they|from|to|new|internal; promoted|promotion; internal transfer|move;
      new role|position|job_title; job_title`,
    over: 'group-membership',
  },
  {
    name: 'data-transfer',
    weight: 0.8,
    phrases: `
      transfer|copy|move|hand|migrate + files|onedrive|data|emails|mailbox|documents + to|manager|
      colleague|another|from`,
  },
  {
    name: 'mail-forward',
    weight: 0.9,
    phrases: 'forward|redirect|forwarding|redirection + email|emails|mailbox|messages',
    unless: 'forward to you; looking forward; inbox|forwarding rule|rules + not|suspicious|strange',
  },
  {
    name: 'leave-request',
    weight: 1,
    phrases: `
      annual|sick|vacation|maternity|parental|holiday =leave|=days|=request;
      vacation|pto|holiday + request|book|day|days|balance|take|approve|approved|remaining; day off;
      =leave balance|days|request|accepted`,
    over: 'leaver',
  },
];
