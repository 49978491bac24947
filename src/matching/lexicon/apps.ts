// Lexicon: licences, applications, installing and what goes wrong in programs. Data only.
import type { Concept } from './concept.ts';

export const APPS: readonly Concept[] = [
  {
    name: 'license',
    weight: 1,
    phrases: `
      license|licenses|licensed|unlicensed|relicense;
      subscription|subscriptions + $product|$app|office|software|renew|upgrade|expired|user|buy|purchase|
      assign|activate|pro|premium|enterprise|e3|e5|plan|$want;
      seat|seats + $product|$app|license|$want|software|additional|extra;
      product|activation|serial key|keys|code; activate|activation + $product|office|windows|software|copy;
      =key for $product|windows; product + activated|activation;
      e3|e5|f3|p1|p2|business_premium|business_standard + plan|upgrade|assign|user|need|license|mailbox|
      switch;
      trial|evaluation + end|ends|extend|extension|expire|expired|ended|over|version|ends|run_out +
      $product|$app|software;
      upgrade + pro|premium|professional|enterprise|ultimate|standard|plan + $product|$app|account|
      subscription|version; paid|full|pro|premium|professional|enterprise version|plan|edition|account;
      copilot + $want|add|enable; $want msproject; paid plan; entitlement|entitlements`,
    unless: `
      driving|driver|drivers|fishing|marriage|gun|business_operating|export|alcohol|taxi|pilot license|
      licenses; newspaper|netflix|spotify|magazine|gym|disney|mailing|newsletter|list;
      license plate|agreement_review;
      seat|seats + chair|flight|car|concert|train|meeting|office_chair|belt|theatre|restaurant|book;
      card activation; $bank; access_card`,
    over: 'app-access install access-request software app-trouble microsoft-teams',
  },
  {
    name: 'app-access',
    weight: 0.95,
    phrases: `
      access|account|permission|permissions|rights|profile + $app|application|applications|platform|
      program_x + $want|give|grant|get|have|please|request|need|add|enable|user|for|my|her|his|team;
      access|accounts|permission|rights $app|application|applications|tool|platform|system|software|portal|
      app|repository|environment;
      $app|application|software|tool|platform|repository access|account|permission|permissions|rights|user;
      add me|him|her|us|user|users|colleague|them $app;
      not have|has access $app|application|tool|portal|report|dashboard|system;
      $want + $app + user|seat|account;
      give|grant|get|need|want|request + access + report|reports|dashboard|database|tool|portal|system|crm|
      erp|application|module; use|using application not_allowed;
      permission|entitled use|open application|program|tool|software;
      remove|revoke|withdraw|cancel + access|license|seat + $app|application`,
    unless: `
      vpn|wifi|internet|network|mailbox|folder|drive|sharepoint|onedrive|group|$list|channel|card|door|
      building|remote|guest; teams meeting|call|channel|calendar; not|stop|slow|crash work|start|open|load;
      cannot signin; $bank; slow; crash|crashes;
      excel|word file|document|spreadsheet`,
    over: 'access-request',
  },
  {
    name: 'access-request',
    weight: 0.25,
    phrases: `
      $want|give|grant|have|get access|permission|rights; access|permission request|required|needed;
      access to|for`,
  },
  {
    name: 'install',
    weight: 1,
    phrases: `
      $installable|=java|chrome|firefox|adobe|acrobat update|upgrade|updates;
      install|installing|installed|reinstall|reinstalled|uninstall_and|deploy|deployment|setup_program;
      download|downloading + $product|software|application|program|tool|latest|version|office|installed|
      install;
      setup|get|put|load|need|want|add|push|roll + $product|software|program|application|tool|programs|
      applications + computer|laptop|machine|workstation|device|pc|desk|on;
      setup|configure $product|software|program|tool + computer|laptop|machine;
      new + software|program|application|tool + $want|computer|laptop|add|setup|put|on;
      software + request|needed|required|needs|install|want|get|need|order|add|missing|company_portal|
      center|centre|put;
      program|tool|programs|tools + needed|missing|put|add|required + computer|laptop|machine|on|
      development|work|please|my; clean windows;
      reimage|rebuild|format|reformat + laptop|computer|windows|machine|pc;
      upgrade|update|latest|newer|newest|new version|release + $product|$app|software|program|application|
      install; upgrade|update $product|windows|software|driver;
      driver|drivers + install|update|need|missing|download;
      software|company portal|centre|center + download|get|available|missing;
      put|get|have $product|program|software + computer|laptop|machine|pc|phone|tablet;
      $product|software|program + put|placed|added|loaded onto|on|to + computer|laptop|machine|pc;
      not|no|missing $product + computer|laptop|machine; setup file; msi|dmg; windows 11|10 upgrade|install;
      $want|have $installable; need|want|require a_copy; copy $product`,
    unless: `
      install|installed|installing + ac|air_conditioning|camera|cameras|window_blinds|shelf|desk|socket|
      projector|screen|cable|cables|cabling|phone_line|light|lights|solar|battery|ram|memory|fence|kitchen|
      whiteboard|tv|server_rack|rack|servers|server|heater|carpet|router|access_point|dishwasher|washing;
      update|updating|updates + ticket|status|incident|case|address|profile|details|record|phone_number|
      contact|calendar|list|member|spreadsheet|password;
      after|since|because + install|update|updating|upgrade|installed|installing;
      installed yesterday|recently|fine|correctly; =installed + windows_update|updates|itself|wont_boot|boot; not install|installed anything;
      spotify|netflix|video|videos|music|song|attachment|attachments|report|invoice|file|files|pictures|
      photo download|downloading; download|open|save + attachment|report|invoice|photo|statement|movie|file;
      maintenance; install|instalment payment; order; update on|about|regarding|please; firmware;
      app_update_broke; virus|malware|trojan|ransomware|scam; $bank`,
    over: 'app-access software new-equipment access-request hardware printer app-trouble computer windows-update browser antivirus microsoft-teams email mobile-device admin-rights uninstall',
  },
  { name: 'software', weight: 0.3, phrases: 'software; $product; program|application|tool' },
  {
    name: 'uninstall',
    weight: 0.9,
    phrases: `
      uninstall; remove software|program|application|$product; get rid program|software|application`,
    unless: 'reinstall; uninstall and',
    over: 'software',
  },
  {
    name: 'app-trouble',
    weight: 0.9,
    phrases: `
      $app|$product|application|program|software + crash|crashes|crashing|freeze|freezes|frozen|hang|hangs|
      slow|error|corrupt|not_respond|not_open|not_start|not_load|broken|blank|close_itself|closes;
      not open|start|load|launch|respond|work + $app|$product|application|program`,
    over: 'software',
    unless: 'install',
  },
  {
    name: 'excel',
    weight: 0.9,
    phrases: 'excel|spreadsheet|workbook|worksheet|pivot|macro|macros|formula|vlookup',
  },
  {
    name: 'browser',
    weight: 0.8,
    phrases: 'browser|chrome|firefox|edge|safari|bookmark|bookmarks|cookies|cache|webpage|website',
  },
  {
    name: 'windows-update',
    weight: 0.9,
    phrases: 'windows update|updates|upgrade|patch; patching|patches|hotfix',
  },
  {
    name: 'microsoft-teams',
    weight: 0.4,
    phrases: 'teams call|meeting|chat|channel|audio|video|status|notification|recording; microsoft teams',
  },
  {
    name: 'sharepoint',
    weight: 0.9,
    phrases: `
      sharepoint|onedrive + sync|site|library|page|file|link|share|version|not|error; sharepoint site|page`,
  },
  {
    name: 'erp',
    weight: 0.8,
    phrases: `
      erp|sap|oracle|netsuite|dynamics|invoice_system|purchase_order|po|timesheet_system|payroll|ledger`,
  },
  {
    name: 'report-error',
    weight: 0.8,
    phrases: 'report|reports|dashboard|cube + error|wrong|empty|missing|export|not|data',
  },
  {
    name: 'database',
    weight: 0.9,
    phrases: `
      database|sql|query|schema|stored_procedure + access|slow|error|restore|backup|down|refresh|copy`,
  },
  { name: 'repository', weight: 0.9, phrases: 'repository|repo|git|branch|pipeline|ci' },
  {
    name: 'antivirus',
    weight: 0.9,
    phrases: 'antivirus|anti_virus|defender|edr|crowdstrike|sentinelone|sophos|endpoint_protection',
  },
  { name: 'crm', weight: 0.6, phrases: 'crm|salesforce|hubspot|dynamics' },
  {
    name: 'signature',
    weight: 0.9,
    phrases: 'email_signature|signature|signatures + email|outlook|update|change|logo',
    over: 'email',
  },
  {
    name: 'website',
    weight: 0.9,
    phrases: `
      website|webpage|wordpress|web_site|homepage|landing_page + down|update|change|error|edit|slow|
      offline|certificate`,
  },
];
