// The phrases of small talk, consent and withdrawal, as people type them: lower case, no apostrophes. Data only.

function list(text: string): readonly string[] {
  return text.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' '));
}

export const GREETINGS: readonly string[] = list(`
  good morning, good afternoon, good evening, good day, hi, hello, hey, hiya, heya, hallo, howdy, yo,
  morning, afternoon, evening, greetings, how are you doing, how are you, how is it going, hows it going,
  whats up, sup, are you there, anyone there, anybody there, is anyone there, you there, nice to meet you`);

export const THANKS: readonly string[] = list(`
  thank you, thanks, thank u, thankyou, thx, tnx, ty, tysm, cheers, much appreciated, appreciate it,
  i appreciate it, appreciated, ok, okay, k, kk, great, perfect, cool, awesome, nice, nice one, nice work,
  good job, well done, excellent, lovely, brilliant, wonderful, fantastic, super, amazing, got it,
  understood, noted, will do, alright, no problem, no worries, you are welcome, youre welcome,
  that is all, thats all, that helps, that helped, that worked, that is great, thats great,
  you are the best, youre the best, lol, haha, bye, goodbye, see you, see you later, have a nice day,
  have a good day, have a great day, have a nice weekend, have a good weekend, have a great weekend,
  merci, danke, gracias`);

/** Words that may stand beside a greeting or thanks without making it a wish. */
export const TALK_FILLERS: readonly string[] = list(`
  there, team, all, everyone, everybody, folks, guys, bot, desk, deskhand, helpdesk, it, support, again,
  a lot, so much, very much, a bunch, a million, a ton, many, lots, for your help, for the help,
  for helping, for that, for this, for your support, for the quick help, for the quick reply,
  for everything, very, so, really, too, then, to you, you, and, oh, ah, that is, thats, sir, madam, dear,
  please, in advance`);

/** Decisions in words, for and against. */
export const CONSENTS: readonly string[] = list(`
  yes, yep, yeah, yea, yup, y, ok, okay, sure, fine, agreed, agree, i agree, approve, approved, i approve,
  approve it, approve this, accept, accepted, confirm, confirmed, i confirm, go ahead, go for it, do it,
  please do, please proceed, proceed, carry on, sounds good, looks good, lgtm, correct, exactly, granted,
  allowed, permission granted, of course, absolutely, definitely, thumbs up, no, nope, n, deny, denied,
  i deny, reject, rejected, decline, declined, refuse, refused, do not, dont, do not do it, dont do it,
  not approved, disapproved`);

export const CONSENT_FILLERS: readonly string[] = list(`
  please, thanks, thank you, that, it, this, is, thats, by me, from me, from my side, with it, with that,
  sir, and, then, all good, good, great, perfect`);

/** Withdrawals that need no further word; a short reason may follow them. */
export const CLEAR_WITHDRAWALS: readonly string[] = list(`
  never mind, nevermind, nvm, forget it, forget about it, forget about that, forget that,
  forget my request, disregard, scratch that, no longer needed, not needed anymore, not needed any more,
  no longer necessary, no longer required, no longer need it, no longer need this, no longer need that,
  no longer need help, do not need it anymore, dont need it anymore, do not need this anymore,
  dont need this anymore, do not need that anymore, dont need that anymore, dont need it any more,
  dont need help anymore, please ignore, ignore that, ignore this, ignore my message,
  ignore my last message, ignore my request, i withdraw, withdraw my request, withdraw the request,
  wrong chat, wrong channel, wrong window, falscher chat, falscher kanal, mauvaise conversation,
  withdraw that, no need anymore, no need any more,
  vergiss es, vergessen sie es, hat sich erledigt, hat sich schon erledigt, nicht mehr nötig,
  brauche ich nicht mehr, wird nicht mehr gebraucht, laissez tomber, laisse tomber, oubliez ça, oublie ça,
  ce nest plus nécessaire, jen ai plus besoin, olvídalo, olvidalo, olvídelo, olvidelo,
  ya no hace falta, ya no lo necesito, lascia stare, lasci stare, lascia perdere,
  non serve più, laat maar, niet meer nodig, deixa pra lá, deixe pra lá, esqueça, já não preciso`);

/** The problem is gone. */
export const SOLVED: readonly string[] = list(`
  works again, it works again, it works, works now, it works now, is working again, is working, working again, working now,
  it is fixed, its fixed, fixed, fixed it, is solved, its solved, solved, solved it, resolved, resolved itself, is resolved,
  its resolved, fixed itself, solved itself, sorted, sorted it, is sorted, its sorted, all sorted, figured it out, got it working,
  managed it, all good now, problem gone, is gone, it is gone, remember it now, remembered it, can sign in again, can log in again,
  can log in now, can sign in now, am in again, am back in, geht wieder, es geht wieder, cest réglé, ça remarche, ça marche à nouveau,
  ya funciona, opgelost, het werkt weer, resolvido`);

/** Withdrawals only if nothing else is said. */
export const BARE_WITHDRAWALS: readonly string[] = [
  ...SOLVED,
  ...list(`
  cancel, cancel that, cancel it, cancel this, cancel please, cancel my request, cancel the request, cancel
  that request, cancel this request, cancel my ticket, cancel the ticket, cancel this ticket, stop, stop it,
  abort, found it, all good, you can close this, please close this, plus besoin, erledigt, schon gut,
  abbrechen, stornieren, annulez, annuler, annule, annuler ma demande, cancelar, cancélalo, cancelalo, ya
  está, annulla, annulleren`),
];

export const WITHDRAWAL_FILLERS: readonly string[] = list(`
  please, sorry, oh, ok, okay, actually, hi, hello, hey, thanks, thank you, now, again, i, ive, have, it,
  its, the, this, that, issue, problem, myself, by itself, itself, anymore, any more, you, can, could, is,
  has, been, just, everything, and, so, for me, my, request, ticket, all, good, team, already, somehow,
  suddenly, after all, no worries, bitte, danke, s il vous plaît, sil vous plaît, merci, por favor, gracias,
  per favore, grazie, bedankt, doch, jetzt`);
