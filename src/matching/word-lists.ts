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
  doesnt = not; didnt = not; isnt = not; wasnt = not; havent = not; hasnt = not; arent = not; neither = not;
  authenticator, authenticators, otp, totp, 2fa, tfa, mfa, 2sv, mfas, duo, yubikey, fido, fido2 = mfa; wfh = work home;
  ad = ad; dl = distribution list; dls = distribution lists; sso = sso; o365, m365, office365 = office; vms = vm;
  pc, pcs, workstation, notebook, desktop, macbook, lappy, imac = computer; laptop, laptops = laptop; infected = infection;
  cell, cellphone, smartphone, handset, iphone, mobile, mobiles, phones, android = phone; smartphones, cellphones = phone;
  newbie, newhire, newstarter, newcomer, newcomers = joiner; whats = what; hows = how; wheres = where; teh = the; tix, tkt = ticket;
  mins, min = minute; hrs = hour; tel = phone; dept = department; mgr = manager; temp = temporary;
  apps = applications; app = application; progs, prog = program; info = information; sw = software; recieve = receive;
  exe = software; emails = email; mails, mail = email; unlocked, unlocking = unlock; cos, coz = because; wanna = want;
  gonna = going; gotta = need; thru = through; colleage, collegue, colleauge = colleague; colleagues = colleague;
  addtl = additional; perms = permissions; sub = subscription; subs = subscriptions; hols = holiday;
  noone = nobody; anymore = anymore; employes = employees; re-set = reset; lockedout = locked out; un-lock = unlock`);

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
  help desk, service desk = helpdesk; back up = backup; un lock = unlock; hot spot = hotspot; any connect = anyconnect; global protect = globalprotect; open vpn = openvpn;
  lap top = laptop; lap tops = laptop; log off = signout; sign out, log out = signout; logged off = signout;
  remote desktop, remote computer = rdp; local admin = localadmin; micro soft = microsoft; new starter = joiner; new starters = joiner;
  new joiner, new joiners, new hire, new hires, new comer, new comers = joiner;
  new recruit, new recruits, new starts = joiner; cell phone, smart phone, work phone, phone phone = phone;
  end user = user; active directory = ad; office 365, microsoft 365 = office; visual studio = visualstudio;
  power bi = powerbi; hand over = handover; pop up = popup; vs code = vscode; ms project, microsoft project = msproject; acrobat reader, pdf editor = acrobat; off line = offline; print out = printout`);

/** Words that matter most and are most often mistyped; a typo is mended to one of these or to a word of a trigger. */
export const OFTEN_MISTYPED: ReadonlySet<string> = set(`
  password passwords account accounts locked unlock locking lockout group groups mailing distribution license licenses
  install installed installing installation reinstall software application wireless network authenticator authentication
  verification employee employees colleague contractor starter joiner joining leaver leaving offboard offboarding onboard
  onboarding suspicious unusual printer printing ticket tickets incident access forgot forgotten forget expired reset
  resetting request email outlook connect connecting connection internet mailbox permission permissions resigned
  terminated termination timesheet minutes status update priority urgent escalate subscription security disabled
  disable deactivate deactivated download unrecognised unrecognized unauthorised unauthorized unfamiliar compromised
  hacked attempts program programs signin remember credentials phone laptop computer remove member members`);

/** Real words one letter away from {@link OFTEN_MISTYPED}; the speller leaves them alone. */
export const NOT_TYPOS: ReadonlySet<string> = set(`
  pointer pointers pointing states state stats statue statues leading leader leaders leaning leaking leasing compute
  computed computing looked looking looker lacked lacking licked linked prone phony painting painter painters employer
  employers forged forges signing singing remote lever levers starker startled sprinter resettling groupie leased
  resent preset rejects rewards passport mention montage members remembers requests printed prints logged lodged lagged`);
