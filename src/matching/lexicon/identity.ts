// Lexicon: passwords, lockouts, second factors, sign-in trouble and sign-ins that look wrong. Data only.
import type { Concept } from './concept.ts';

export const IDENTITY: readonly Concept[] = [
  {
    name: 'password',
    weight: 1,
    phrases: `
      $pw; forget|remember|recall|retrieve + secret + signin; new signin secret; reset my signin;
      signin details forget; forget signin; reset signin; cannot remember|recall signin; forget how signin;
      signin details wrong|reset|expire; secret used signin; login_details; remember signin_details;
      forget logins; reset credentials`,
    unless: `
      wrong|incorrect $pw + =times|blocked|locked|attempts|lock;
      email|message|website|link|page + real|legit|legitimate|genuine|fake + $pw;
      $pw + pdf|document|spreadsheet|workbook|worksheet|zip|docx|xlsx|presentation|archive|attachment|sheet;
      $pw protect|protected|manager|managers|policy|vault|keeper|generator|list|free|less;
      excel|word|folder $pw; $pw excel|word|folder|file; bank|card|savings|pin|netflix|spotify + $pw;
      $pw + phishing|scam|spam;
      keep|constantly|continuously|repeatedly|always|every_time + ask|prompt + $pw;
      outlook|teams|email + ask|asking|prompt|prompts + $pw; outlook|teams|mail|skype keep ask|prompt;
      email|message claim|saying|says + $pw; ask|asked for|me =my $pw + link|suspicious|caller;
      not forget $pw; $pw not problem|issue;
      password_is_right|password_is_fine|password_is_correct|password_is_ok|password_was_correct;
      share $pw with; $pw leak|leaked|breach|stolen; $pw hint; printer $pw;
      bios|router|firmware|admin_router $pw; $pw + not_problem; voicemail $pw;
      alarm|door|safe|locker|gate $pw; right|correct|=same|normal =password`,
    over: 'signin-trouble app-access email new-equipment',
  },
  {
    name: 'password-forgotten',
    weight: 0.3,
    phrases: 'forget|remember|recall|lose|retrieve|recover + $pw; forget signin',
  },
  { name: 'password-expired', weight: 0.3, phrases: 'expire|expiring|expired + $pw' },
  {
    name: 'password-self-service',
    weight: 0.3,
    phrases: 'self service + $pw; sspr; $pw portal',
  },
  {
    name: 'lockout',
    weight: 1,
    phrases: `
      unblock + account|user|profile|login|me|him|her; has locked account|it|user;
      lock|locked|locking|lockout|unlock + account|user|profile|ad|domain|signin|email|username|access|
      windows|$app|id|credential; lock|locked =out; locked_out; lockout; locks me out; =locked user|account;
      unlock me|him|her|them|my|us; unlock $app;
      account|user|profile|login + blocked|block|suspended|suspend|disabled|barred|lockout;
      account|user|profile|login =frozen|=froze; block from signin|account|ad;
      too|so many + attempt|tries|try|failed|wrong|times|incorrect; account =froze|=frozen|=freezes;
      =frozen account; shut out of account|signin|profile|computer; account|profile|signin not_accessible;
      been|got|am|are =blocked; =barred account|signin; =unlocking; account =unlock;
      wrong|incorrect + attempts|tries|times + signin|account|$pw;
      wrong|incorrect $pw =times|blocked|locked|lock; $pw wrong =times|too_often;
      wrong|incorrect|failed|bad tries|attempts|entries; let back in; account_unlock; unlock request;
      reactivate|reenable|re_enable account|user|signin; enable my account; failed attempts|tries signin;
      lock|locked + computer|laptop + out; kicked out account; let back account; says =locked; is =locked`,
    unless: `
      $bank;
      lock|locked|unlock + pdf|document|spreadsheet|workbook|worksheet|file|zip|sheet|docx|xlsx|
      presentation|door|office_door|cabinet|drawer|car|house|room|locker|safe|toilet|window_frame|battery|
      bike|battery_lock|sim|excel|iphone_carrier|bootloader|cell|column|meeting_room|gate|garage|building|
      screen_rotation|caps|folder|record|phone|tablet|cupboard|orientation|toner; not =locked;
      lock|blocked + sender|website|site|url|port|email_from|spam|domain_name|toilet|drain|popup|advert|
      ads|pipe|road|caller|number; block =sender|=website|=site|=number|=caller;
      blocked invoice|order|website|site|port|url|by_firewall|page;
      disable|block|suspend|deactivate $want|leaver|employee|user|=account|his|her|their;
      =disable|=block|=suspend|=deactivate =account|=accounts|=user;
      lock screen|timeout|keyboard|key|tight|workstation_automatically;
      computer|laptop|screen|pc lock itself|automatically|after; caps|num|scroll|number lock;
      bank|social|netflix|instagram|facebook|whatsapp|playstation|gmail_personal;
      freeze|froze|frozen + screen|computer|laptop|excel|outlook|teams|application|word|zoom;
      locked myself out + house|car|office|room|building|flat|apartment;
      many tries|times|attempts + print|install|connect|call|upload`,
    over: 'signin-trouble password-expired app-access email account-disable',
  },
  {
    name: 'mfa',
    weight: 1,
    phrases: `
      mfa;
      lose|lost|replace|new|broken|broke|reset|dead|issue|recognize|recognise|assign|disable|activate|
      expired|sync + =token|=tokens; token + signin|phone|lose|pin|not|working|problem|fail;
      authenticate|authentication + application|phone|code|second|method|factor|prompt|request|step|device|
      new; approve|approval signin|request|notification + phone;
      code|codes|sms|text + phone|text|sms + signin|receive|get|arrive|come; sms|text_message code|codes;
      code|codes + signin|authentication|generate;
      verify|verification|confirm|prove|confirmation + phone|identity|code|prompt|text|number|method|
      second + signin|new|old|lose|change|method|second|code|phone; get|past|through verification|prompt;
      verification step|screen|check|page|prompt|method;
      second|extra|additional|double verification|factor|check|step|proof|confirmation + signin|phone|
      identity|verify; code|codes + application|phone|device|number + no_longer|not_have|lost|old|gone;
      qr code + scan|new|phone|setup|authentication; authenticator;
      security info|information|method + phone|signin|change|update|new|reset;
      re-register|reregister|reenrol + phone|signin|mfa|authentication|verification|device; okta verify;
      google|microsoft mfa; passkey|passkeys; number matching; approve|approval prompt|notification;
      push notification|prompt|code + phone|signin|approve;
      sign-in|signin verification|confirmation|prompt + phone|method|device;
      new|change|changed|lose|lost|broken|switch|replace|upgrade + phone + signin|code|codes|approve|
      verify|verification|prompt|authentication; 2-step; second_factor; proof of identity signin;
      code generator`,
    unless: `
      discount|promo|postal|zip|country|error|qr_menu|source|dress|bar|door|gate|building|alarm|voucher|
      cost|activity|project|vat|tax|area|gift|meeting|stop|registration|product|license code|codes;
      api|access|refresh|bearer|github|bitlocker|ring|bus|game|parking|laundry + token|tokens; token_ring;
      did|was not request|ask|initiate|trigger|me|start + code|prompt|mfa|approve|notification; card pin;
      bank; code + review|repository|compile|deploy|branch|excel|photocopier|copier|printer; proof_read;
      invoice|purchase|expense|leave|holiday|vacation|timesheet + approve|approval`,
    over: 'signin-trouble password password-forgotten install app-access new-equipment mobile-device lost-device lockout',
  },
  {
    name: 'new-phone',
    weight: 0.5,
    phrases: `
      new|change|changed|replace|replacement|switch|upgrade|another|lose|lost|broken|broke|steal|stolen|
      wiped|old|dropped|different|swap + phone|mobile|handset|iphone`,
    unless: `
      desk|ip|voip|desk_phone|deskphone|extension|order|headset;
      phone charger|case|bill|contract|number_plate`,
  },
  {
    name: 'signin-trouble',
    weight: 0.5,
    phrases: '$cannot + signin; $cannot access|get|open|enter + account; signin loop|failed|screen|page',
  },
  {
    name: 'suspicious-signin',
    weight: 1,
    phrases: `
      unusual|strange|suspicious|risky travel; been|was|am|got|getting hacked|compromised|hack;
      mfa|approval|prompt|push request|requests|prompts|notifications night|random|constantly|dozens;
      # mfa|approval|prompt|push request|requests|prompts|notifications;
      signin + asleep|sleep|sleeping|did_not_do;
      suspicious|unusual|strange|weird|odd|unknown|unrecognised|unrecognized|unfamiliar|unexpected|
      atypical|anomalous|abnormal|risky|unauthorised|unauthorized|foreign|dodgy|fishy|alarming|
      questionable|irregular|doubtful|malicious|dubious|untrusted|rogue|impossible + signin|authentication|
      access_attempt|account_activity|session|sessions;
      suspicious|unusual|strange|weird|unknown|unauthorised|unauthorized|odd|unrecognised|unrecognized|
      suspect|abnormal|irregular + activity|access|use|usage|behaviour|behavior + account|profile|mailbox|
      user|signin|my;
      signin + alert|warning|notification|notice + country|location|place|never|unknown|recognise|
      recognize|russia|china|nigeria|abroad|foreign|microsoft|security|suspicious|risk|entra|azure|
      defender|another|different|new|someone|email; impossible|atypical travel;
      signin + russia|china|nigeria|brazil|vietnam|ukraine|romania|india|iran|korea|turkey|moscow|lagos|
      beijing|abroad|overseas|another_country|other_country|different_country|foreign_country|country|
      countries|continent|city|strange_place|location|locations|ip_address|ip|place|places|tor + not|never|
      never_been|unknown|different|another|alert|from|at|nobody|unusual|two|strange|new|other|while|
      despite|but|far|impossible|odd|weird;
      signin =from country|city|abroad|overseas|russia|china|nigeria|brazil|moscow|lagos|ip|location|
      another;
      someone|somebody|stranger|hacker|other|another|attacker|intruder|nobody|third_party + signin|access|
      accessed|use|used|using|into|break|broke|hack|hacked|reading|read|compromise|entered|inside + my|his|
      her|their|our|the|an account|mailbox|profile|email|identity|inbox|credential;
      hack|hacked|hacking|compromise|compromised|breach|breached|hijack|hijacked|hijacking|infiltrated +
      account|user|mailbox|email|profile|identity|credential|signin|password|inbox;
      account|mailbox|identity takeover|compromise|breach; taken over + account|mailbox|profile|email;
      approval|prompt|prompts|code|codes|notification|push|mfa not|without|never signin|ask|request|
      requested|initiate|start|trigger|try|expect|mine|me|do;
      did|was not request|ask|initiate|trigger + mfa|prompt|code|approval;
      mfa|prompt|push fatigue|bombing|spam|spamming|flood|unprompted|unexpected|unsolicited|random;
      unexpected|unprompted|random|unsolicited mfa|prompt|code;
      risky|risk user|users|signin|account|event|detection;
      mfa|approval|prompt|prompts keep|pop|popup|popping|appear|appearing nothing|not|without|random|
      although; someone|somebody|stranger|nobody signin as;
      two|several|multiple|# signin + minute|hour|cities|countries; bec;
      access|accessed|opened|used by unknown|someone|stranger|outsider|unauthorised|unauthorized;
      suspect|suspected + takeover|compromise|breach|intrusion; brute force;
      leaked|stolen|leak credential|password; password spray|spraying|stuffing; credential stuffing;
      identity protection + alert;
      signin|device|session|location|activity + not|never|do + recognise|recognize|recognised|recognized|
      mine|me|know; not|never me signin; signin_alert; signin alert;
      emails|email|messages not|never|did|without send|sent|write|wrote|written;
      account|mailbox sends|sending|sent|sending_out spam|emails|phishing|itself|messages;
      inbox|forwarding rule|rules + not|never|suspicious|strange|unknown|created|create;
      signin night|3am|midnight|nobody|weekend|holiday|leave|impossible;
      signin two|several|multiple|different country|countries|places|locations|cities; malicious|foreign ip;
      token theft; session hijack`,
    unless: `
      $bank; prevent|preventing unauthorized|unauthorised; not received mails; phishing|phish;
      suspicious|strange|weird|odd|dodgy + =mail|=email|=message|=link|=attachment|=sms|=invoice|=call|
      =file|=caller|=noise|=smell; password manager;
      facebook|instagram|netflix|playstation|steam|twitter|linkedin`,
    over: 'signin-trouble password password-expired lockout mfa group-membership mailbox-access email travel spam alert',
  },
  {
    name: 'admin-rights',
    weight: 1,
    phrases: `
      admin|administrator|localadmin|elevated|root|sudo + rights|privilege|privileges|permission|
      permissions|access|password|role|user; localadmin; uac prompt; run as administrator`,
    over: 'access-request app-access group-membership password',
    unless: 'joiner|leaver',
  },
  {
    name: 'account-disable',
    weight: 0.9,
    phrases: `
      =disable|=deactivate|=suspend|=close|=terminate|=delete|=remove|=revoke|=block|disabling|
      deactivating|deactivation|delete|revoke + account|accounts|user|users|access|=ad|signin|login|
      profile|mailbox_of; disable from ad; remove|delete user from ad|domain|system|directory|everything`,
    unless: `
      $bank; my facebook|instagram|netflix|newsletter|duplicate; $group;
      =ticket|=incident|=case|=issue|printer|rule; account_not; mfa; sharepoint|folder|site|calendar;
      notification|popup|reminder|autocorrect`,
  },
  {
    name: 'account-create',
    weight: 0.7,
    phrases: `
      create|setup|set|provision|open|prepare|make|new|activate|add + account|accounts|user_account|
      email_address|email_account|profile|mailbox`,
    unless: '$bank; shared|share mailbox; email outlook phone; setup mailbox|account|email phone',
  },
  {
    name: 'username-change',
    weight: 0.9,
    phrases: `
      name change;
      change|changed|update|correct + surname|last_name|maiden|married_name|username|display_name;
      got married; marriage + name|surname; misspelled|misspelt name`,
    over: 'new-equipment',
  },
  { name: 'sso', weight: 0.8, phrases: 'single_signin; sso; saml; single sign', over: 'signin-trouble' },
  {
    name: 'guest-user',
    weight: 0.9,
    phrases: 'guest|external|outside + user|account|access|partner|invite|collaborator',
    unless: 'wifi|network',
  },
];
