// Fixed word lists of the matcher: filler words, spelling variants, compounds written apart, and words too common
// to prove anything. Data only.

function set(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Lines `variant variant = word`, several separated by `;`. */
function map(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split(';')) {
    const [variants, word] = line.split('=').map((part) => part.trim());
    if (variants === undefined || word === undefined) continue;
    for (const variant of variants.split(',')) found.set(variant.trim(), word);
  }
  return found;
}

/** Words that carry no topic and do not count as distance. */
export const FILLERS: ReadonlySet<string> = set(`
  a an the i me my mine we us our ours you your yours he him his she her hers it its they them their theirs to of for
  in on at by with from into onto as is are was were be been being am and or but so if that this these those there
  here then than too very just also again still really please pls kindly can could would will shall should may might
  must do does did have has had hi hello hey dear thanks thank thx regards who whom which what when where why how
  someone somebody anyone anybody some any all both each every one ones get got going go like such via per about
  now today currently since because while until after before between within out up off down over under
  anymore already asap urgent urgently etc eg ie ok okay yes well bit bot team guys sir madam mr ms mrs able let
  s t m re ve ll d im ive id was' seem seems seemed think thought apparently suddenly good morning afternoon evening`);

/** Words that occur in nearly every request: they may support a match, never carry one. */
export const GENERIC: ReadonlySet<string> = set(`
  user users employee employees staff colleague person people customer client company office department ask asks asked
  asking request requests requested requesting need needs needed want wants wanted require requires required report
  reports reported reporting issue issues problem problems trouble error errors help support assist assistance work
  works working new old access account accounts use uses used using make makes made give gives set setup change changes
  changed add added adding remove removed update updated system systems it device computer not no cannot unable more
  other another come comes know tell see say says look try tries tried trying time times day days week month way thing
  things first last next back right message email mail number name service desk technician manager requester requesters
  ticket tickets show check open fix start starts started stop stops long longer wrong down keep keeps take takes
  handle give send sent receive received find put order call phone app application applications software program file`);

export const VARIANTS: ReadonlyMap<string, string> = map(`
  pls, plz, plse = please; wireless, wlan = wifi; licence, lisence, licens, lic = license;
  licences, lisences = licenses; licencing, licensing = license; pwd, pw, passwort, pswd, psw, passwd, passcode = password;
  passcodes, pwds = passwords; passphrase = password; acct, acc, a/c = account; accts = accounts; u = you; ur = your;
  login, logon, signon, log-in, logging-in, logins, signins = signin; sign-ins = signin; wont = not; dont = not;
  doesnt = not; didnt = not; isnt = not; wasnt = not; havent = not; hasnt = not; arent = not; neither, never = not;
  authenticator, authenticators, otp, totp, 2fa, tfa, mfa, 2sv, mfas, duo, yubikey, fido, fido2 = mfa; wfh = work home;
  ad = ad; dl = distribution list; dls = distribution lists; sso = sso; o365, m365, office365 = office; vms = vm;
  pc, pcs, workstation, notebook, desktop, macbook, lappy, imac = computer; laptop, laptops = laptop; infected = infection;
  cell, cellphone, smartphone, handset, iphone, mobile, mobiles, phones, android = phone; smartphones, cellphones = phone;
  newbie, newhire, newstarter = joiner; whats = what; hows = how; wheres = where; teh = the; tix, tkt = ticket;
  mins, min = minute; hrs, hr = hour; tel = phone; dept = department; mgr = manager; temp = temporary;
  apps = applications; app = application; progs, prog = program; info = information; sw = software; recieve = receive;
  exe = software; emails = email; mails, mail = email; unlocked, unlocking = unlock; cos, coz = because; wanna = want;
  gonna = going; gotta = need; thru = through; colleage, collegue, colleauge = colleague; colleagues = colleague;
  addtl = additional; perms = permissions; sub = subscription; subs = subscriptions; hols = holiday;
  noone = nobody; anymore = anymore; employes = employees; re-set = reset; un-lock = unlock`);

/** Words written apart that are one. Keys are what {@link VARIANTS} leaves. */
export const COMPOUNDS: ReadonlyMap<string, string> = map(`
  sign in, log in, log on, sign on, signing in, logging in, logging on, log into, sign into = signin;
  logging into, signing into, logs in, signs in, signed in, logged in, logged on, logged into, signed into, loged in = signin;
  sign ins, log ins, log ons = signin; pass word, pass words, pass code, pass phrase = password;
  wi fi = wifi; e email = email; e signature = signature; set up, setting up, sets up = setup; on board = onboard;
  on boarding = onboarding; off board = offboard; off boarding = offboarding; re install = reinstall;
  re installed = reinstalled; re installation = reinstallation; un install = uninstall; re enrol, re enroll = reenrol;
  re enrolment, re enrollment = reenrolment; re register, re registration = reregister; re set = reset;
  two factor, 2 factor, multi factor, multifactor authentication, two step, 2 step, second factor, 2 fa = mfa;
  multi factor authentication, two factor authentication, two step verification, one time password = mfa;
  multi factor authenticator, two factor verification, one time passcode, one time code, one time passwords = mfa;
  one time codes, verification code, verification codes, authentication code = mfa;
  security code, security codes, 6 digit code = mfa;
  authentication application, authenticator application, mfa application = mfa; six digit code, authentication codes = mfa;
  security key, security keys, hardware token, software token, rsa token, soft token, hard token = mfa;
  user name = username; time sheet, time sheets = timesheet; time card, time cards = timesheet;
  mail box, email box, mailboxes = mailbox; email boxes = mailbox; share point = sharepoint; one drive = onedrive;
  help desk, service desk = helpdesk; back up = backup; un lock = unlock; hot spot = hotspot; any connect = anyconnect;
  lap top = laptop; lap tops = laptop; log off = signout; sign out, log out = signout; logged off = signout;
  remote desktop, remote computer = rdp; local admin = localadmin; micro soft = microsoft; new starter = joiner; new starters = joiner;
  new joiner, new joiners, new hire, new hires, new comer, new comers = joiner; newcomer, newcomers = joiner;
  new recruit, new recruits, new starts = joiner; cell phone, smart phone, work phone, phone phone = phone;
  end user = user; active directory = ad; office 365, microsoft 365 = office; visual studio = visualstudio;
  power bi = powerbi; hand over = handover; pop up = popup; off line = offline; print out = printout`);

/** Real words one letter away from help-desk words; the speller leaves them alone. */
export const NOT_TYPOS: ReadonlySet<string> = set(`
  looked locker looker lacked located licked lock locks clocked logged logger login lunch list lists lost lest last
  least lead read reader leader lever level levels fever weaver heaver leaver rest resets preset recent resent reject
  grout grown ground grouped hare hired fired tired wired wire fire wine wide wise rise risk disk dish adding aiding
  aged ended sending lending bending trusted tested rusted dusted bested nested mailing failing railing sailing hailing
  posted hosted costed porter portal postal printed pointed painted print point paint pointer painter hour ours tour
  four pour your form from fort forms farm firm track trade trace trash truck trick crack black block blocked clock
  slack stack stock stick stuck shuck shock share shape shade shame shore store score spare scare phase phone phony
  alarm alert alarms alerts alters altar album vision version verson person parson reason season lesson lessen listen
  instead install instant instance uninstalled invoice invoices voice voices device devices devise advice advise revise
  service services notice notices offices office officer officers offer offers other others another mother bother
  member members number numbers remember december september november amber timber teams team terms term seems seams
  beams dreams streams claims started stated states staged stared starred starter startup station stations
  nation ration rotation notation vacation location locations education allocation application applications duplication
  replication order orders older border folder folders holder holders bolder colder solder soldier finder binder
  minder tender render vendor vendors sender lender gender gander wander wonder under cancel cancels canned scanned
  planned banned manned scanner planner banner manner manager managed manages manage damage damaged image images
  package packages usage message messages passage signed singed signal signals single signs sings wings kings rings things
  vpns open opens opened upon spend spent spends speed spell spill still skill hill will bill bull full fully bully
  personal personnel profile profiles project projects protect protects product products produce produced reduce
  connect correct collect collected connected corrected content contest contact contacts contract contracts contrast
  expect expects expected except excepts accept accepts accepted accent ascent export exports expert experts expire
  explore explorer explain complain complaint compliant complete compete computed computer computers commuter router
  rooter outer route routes routine quote quotes quite quiet quick quit suit suite site sites size sizes side sides
  users used uses user usher under issues issue tissue tissues tissued issued reset month mouth mouse house houses
  hours horse course coarse source sources force forces forced face faces lace place places placed palace replace
  replaced release relapse reply replay relay delay delays display display deploy employ employs employee employees
  employer employers depart departs deport report reports reporter import imports sport support supports port ports
  part parts party parties park bark dark mark marks market markets basket bucket ticket tickets thicket cricket
  pocket packet packets rocket jacket socket setup setups settle settled battle bottle kettle little title titles
  table tables cable cables stable able unable enable enabled disable disabled fable cache catch match watch batch
  patch patches match hatch latch switch swift shift shirt short sort sorts sorted shot shots slot spot stop shop
  roles rolls role roll rules rulers ruler rubber laser later late latest water wafer wager waiter writer winter
  hinter printer printers sprinter pinter splinter winner dinner inner timer times timed time tine tile tiles
  files file fine fire five live love move moves moved mode model modes modem modern moderate mobile noble
  word words work works world worm warm ward card cards care cars cart chart charts charge charged change changed
  chance challenge channel channels panel panels pane plane planes plan plans plant planet plate late slate
  early yearly clearly nearly hardly yearly daily dally rally really ready steady study studio audio video
  allow allows allowed aloud cloud clouds loud load loads road roads read reads lead leads lend send sent
  hold holds hole whole while white write wrote quota quotas quoted rooted rotted routed muted noted voted
  shared scared spared sharks share shaped scaled sealed sealed healed dealt deal deals meal email mail mails
  male sale sales scale scales stale whale wheel feel feels fee feet meet meets meeting melting seating setting
  settings sitting letting getting betting netting petting wetting working walking talking making taking baking
  `);
