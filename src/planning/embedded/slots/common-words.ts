// Words that are no part of anybody's name when they stand in a request. Data only.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Function words and fillers; they end the name of a group, an application or a person. */
export const FILLERS: ReadonlySet<string> = set(`
  a an the this that these those it its i i'm i've i'd i'll me my mine myself we us our ours you your yours he him his she her
  hers they them their theirs who whom whose what which when where why how there here someone somebody anyone anybody everyone
  everybody nobody one ones and or but nor so because since as if then than though although while until till unless also too
  either neither both not no yes nope yeah ok okay to from for of in on at by with without into onto off out over under up down
  about after before again back through via per between during against is isn't are aren't am was wasn't were weren't be been
  being do does doesn't did didn't done don't has hasn't have haven't had hadn't can can't cannot could couldn't will won't would
  wouldn't shall should shouldn't may might must need needs needed needing want wants wanted like please pls plz thanks thank
  thx kindly hi hello hey dear morning afternoon evening good regards cheers best sorry just still already now today
  tomorrow yesterday tonight soon asap immediately urgently urgent quickly right straight away ever never always keep
  keeps kept only even very really much many more most some any all each every other another same new old let lets get gets
  getting got give gives given giving make makes made put take takes taken see sees seen say says said tell told ask asked
  asking know knows think thinks thought hope try tries tried trying use uses used using come comes came go goes going gone went
  look looks work works working worked happen happens happened help helps helping helped able unable unfortunately apparently
  actually currently recently however maybe perhaps re fw fwd fyi etc eg ie via it's that's there's he's she's
  what's who's let's we're we've they're you're properly correctly anymore temporarily permanently`);

/** Nouns and verbs of a service desk, and days and months. */
const DESK_WORDS = set(`
  password passwords passcode passphrase pass word login logins logon log logged logging sign signed signing signin sign-in
  sign-ins sign-on account accounts user users username profile access accesses permission permissions rights reset resets
  resetting unlock unlocks locked lock lockout locking blocked block forgot forget forgets forgotten forgetting expired expire
  expires lost lose broke broken stolen change changes changed changing update updates updated upgrade add adds added adding
  remove removes removed removing delete deleted join joins joining leave leaves leaving left onboard onboarding offboard
  offboarding disable disabled deactivate enable enabled create created creating set setup start starts starting started begin
  begins beginning install installs installed installing installation reinstall reinstalled licence licences license licenses
  seat seats subscription software program programs application applications app apps tool tools mfa 2fa otp authenticator
  authentication multi-factor multifactor factor code codes token phone phones mobile iphone android sim laptop laptops computer
  computers desktop pc mac machine device devices tablet server printer printers print printing prints paper jam jammed stuck
  spooler queue job jobs vpn wifi wi-fi wireless network internet connection connect connecting office outlook windows excel
  teams sharepoint onedrive email e-mail emails mail mailbox mailboxes inbox calendar group groups list lists dl channel channels
  team folder drive file files distribution mailing security shared member members membership owner ticket tickets issue issues
  problem problems request requests incident case error errors message messages support helpdesk desk service it msp technician
  admin administrator colleague colleagues coworker coworkers co-worker co-workers employee employees staff person people
  teammate manager managers boss report reports reportee supervisor director lead head assistant intern trainee contractor hire
  hires starter joiner leaver hired newcomer company business department site branch building floor room home remote
  suspicious alert alerts unusual strange weird hacked compromised phishing unknown activity session sessions
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april
  june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec week weeks month months
  day days year years hour hours minute minutes noon midnight end eod time date last first next am pm subject important
  notice note info information details attention quick question follow following ignore previous instructions instruction system
  todo role title position name names named called address effective mr mrs ms miss dr prof ad domain leavers joiners starters credentials windows offline online screen join`);

/** True for a word that stands in requests for something else than a name. */
export function isCommonWord(lower: string): boolean {
  return FILLERS.has(lower) || DESK_WORDS.has(lower);
}
