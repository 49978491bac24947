// Word classes that the lexicon's phrases use as `$name`. Data only.

export const WORD_CLASSES: Readonly<Record<string, string>> = {
  pw: 'password credential credentials pasword',
  cannot: `
    cannot unable not never fail failing fails trouble problem problems issue issues struggle error refuse
    refuses deny denied impossible difficulty nobody nothing lose drop drops help stop stopped`,
  want: `
    want need request require ask obtain get provide grant give like wish please order apply assign allocate
    requirement requirements enable`,
  person: `
    employee user staff colleague coworker person member consultant contractor intern trainee apprentice
    freelancer worker teammate graduate somebody someone manager developer engineer accountant assistant
    nurse receptionist guy girl lady analyst temporary internship analyst salesperson secretary director
    officer clerk paralegal teacher technician people cleaner individual personnel workforce rep
    representative bookkeeper designer driver lead`,
  newcomer: `
    joiner recruit newcomer new_employee new_staff new_colleague new_coworker new_contractor
    newest_team_member newest_member newest_colleague newest_employee newest_hire new_consultant new_intern
    new_trainee new_apprentice new_worker new_teammate new_graduate new_person new_people new_user new_users
    new_team_member new_member_staff new_starters new_analyst new_accountant new_nurse new_receptionist
    new_manager new_developer new_engineer new_assistant new_secretary new_sales_rep new_salesperson new_guy
    new_girl new_lady new_internship new_temporary new_paralegal new_teacher new_director new_clerk
    new_freelancer new_workforce new_individual new_face new_engineers new_bookkeeper new_designer
    new_driver new_hygienist`,
  phone: 'phone samsung pixel device handset',
  computer: 'computer laptop machine device pc thinkpad surface',
  ticket: 'ticket incident case helpdesk sr inc ritm',
  app: `
    oracle salesforce confluence jira sap slack zoom =teams servicenow github gitlab workday xero quickbooks
    sage hubspot dynamics crm erp dropbox miro figma trello asana notion tableau powerbi docusign netsuite
    concur adp autocad bamboohr zendesk intercom mailchimp canva lastpass 1password bitbucket jenkins
    visualstudio visio adobe photoshop acrobat office word excel powerpoint access_database onenote`,
  product: `
    visio project msproject vs_code adobe acrobat photoshop office word excel powerpoint visualstudio
    intellij idea think-cell autocad powerbi tableau zoom =teams slack figma matlab jira salesforce chrome
    firefox edge python docker git putty notepad vlc winzip winrar 7zip citrix java nodejs sql ssms outlook
    reader webex dropbox onedrive skype spss sketchup revit solidworks indesign illustrator lightroom
    camtasia snagit anydesk teamviewer postman eclipse vscode bluebeam quickbooks sage xero spotify whatsapp
    driver drivers browser plugin extension font fonts add-in addin update_manager toolkit client library
    tool tools package suite editor antivirus grammarly audacity gimp paint obs filezilla wireshark npm
    anaconda rstudio`,
  day: 'monday tuesday wednesday thursday friday',
  month: 'january february march april may june july august september october november december',
  role: `
    assistant nurse receptionist analyst secretary clerk paralegal teacher cleaner bookkeeper designer
    driver hygienist accountant engineer developer manager director salesperson sales_rep sales_manager
    technician consultant lawyer attorney dentist doctor therapist operator controller trainee intern
    apprentice contractor graduate temp colleague coworker hire starter recruit employee worker teammate
    staff freelancer team_member staff_member member_of_staff head_of supervisor coordinator planner buyer
    architect chef cook guard mechanic electrician`,
  installable: `
    visio acrobat vscode photoshop intellij think-cell matlab chrome firefox python docker git putty notepad
    vlc winzip 7zip nodejs ssms camtasia snagit anydesk teamviewer postman eclipse vscode filezilla
    wireshark npm anaconda rstudio gimp audacity obs inkscape greenshot sketchup`,
  group: `
    group groups distribution_list mailing_list email_list email_group email_alias security_group
    notification_list mail_list contact_list distribution_group ad_group all_list user_group access_group
    permission_group newsletter_list alias subscriber_list`,
  list: `
    distribution_list mailing_list email_list email_group notification_list distribution_group mailing
    distribution`,
  net: 'wifi vpn ssid anyconnect globalprotect hotspot forticlient openvpn wireguard zscaler eduroam',
  network: 'network internet lan ethernet broadband',
  signin: 'signin',
  bank: `
    bank card credit debit savings atm refund fraud fraudulent mortgage loan payment top-up cash iban
    insurance comcast airline hotel flight`,
  docs: `
    pdf document spreadsheet workbook excel worksheet zip file docx xlsx presentation archive folder
    attachment word_document sheet`,
};
