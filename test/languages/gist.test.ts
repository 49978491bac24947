// The gist of a message: what is asked for is found among other words, and whatever denies, tells, supposes or is unclear finds nothing.
import { describe, expect, it } from 'vitest';
import { gistOf, phrasesToLookUp } from '../../src/languages/gist.ts';
import type { NameKind, Names } from '../../src/languages/gist-clauses.ts';
import { compileGist } from '../../src/languages/gist-words.ts';

const NAMES: Names = new Map<string, NameKind>([
  ['dana', 'writer'],
  ['sam ortiz', 'person'],
  ['sam', 'person'],
  ['front desk', 'group'],
  ['newsletter', 'group'],
  ['ledger', 'app'],
  ['zoom', 'software'],
  ['lt-dana', 'device'],
  ['prn-lyon-1', 'printer'],
]);

function said(text: string, code: string): string {
  const gist = gistOf(text, code, NAMES);
  return gist === undefined ? 'nothing' : gist.type === 'alarm' ? 'alarm' : gist.text;
}

describe('what is asked for', () => {
  it.each([
    ['en', 'hiya, password is forgotten since the bank holiday, reset pls', 'the password is forgotten.'],
    [
      'en',
      'I keep missing the mails. Could you put me on the Newsletter list?',
      'please add me to the Newsletter group.',
    ],
    ['en', 'Sam Ortiz needs to get into Ledger for the audit.', 'please give Sam Ortiz access to Ledger.'],
    [
      'de',
      'Guten Tag, nach dem Urlaub ist mir mein Kennwort entfallen. Könnt ihr es neu setzen?',
      'my password is forgotten.',
    ],
    [
      'de',
      'Bitte nehmen Sie Sam Ortiz ab sofort in Front Desk auf, er hilft am Empfang.',
      'please add Sam Ortiz to the Front Desk group.',
    ],
    ['de', 'Zoom fehlt auf LT-DANA. Bitte installieren', 'please install Zoom on LT-DANA.'],
    ['de', 'Der PRN-LYON-1 spuckt seit heute früh nichts mehr aus', 'the printer PRN-LYON-1 is stuck.'],
    [
      'fr',
      "Bonjour, impossible de me connecter, j'ai encore oublié mon mot de passe. Pouvez-vous m'en donner un autre ?",
      'my password is forgotten.',
    ],
    [
      'fr',
      'Merci de bien vouloir ajouter Sam Ortiz au groupe Front Desk.',
      'please add Sam Ortiz to the Front Desk group.',
    ],
    [
      'fr',
      "Il faudrait donner l'accès à Ledger à Sam Ortiz pour les factures",
      'please give Sam Ortiz access to Ledger.',
    ],
  ])('%s: %s', (code, text, expected) => {
    expect(said(text, code)).toBe(expected);
  });
});

describe('nothing', () => {
  it.each([
    ['denied', 'en', 'Please do not reset my password, I only wanted to say hello.'],
    ['denied', 'de', 'Bitte mein Passwort nicht zurücksetzen, ich hab es wieder.'],
    ['denied', 'fr', 'Ne réinitialisez pas mon mot de passe svp.'],
    ['thanked', 'de', 'Danke für das Zurücksetzen meines Passworts!'],
    ['thanked', 'fr', "Merci d'avoir réinitialisé mon mot de passe !"],
    ['asked how', 'de', 'Wie setze ich mein Passwort zurück?'],
    ['asked how', 'fr', 'Comment changer mon mot de passe ?'],
    ['told', 'de', 'Ich habe mein Passwort gestern zurückgesetzt.'],
    ['told', 'fr', "J'ai réinitialisé mon mot de passe hier."],
    ['supposed', 'de', 'Wenn ich mein Passwort vergesse, setzt ihr es dann zurück?'],
    ['supposed beside a wish', 'de', 'Wenn ich ausfalle, setzt bitte mein Passwort zurück.'],
    ['another system', 'de', 'Mein Passwort für das Onlinebanking ist weg, bitte zurücksetzen.'],
    ['family', 'fr', 'Mon fils a oublié son mot de passe, pouvez-vous le réinitialiser ?'],
    ['taken back', 'de', 'Den Antrag auf Zugriff auf Ledger ziehe ich zurück.'],
    ['somebody named beside', 'de', 'Sam sagt, ihr seid schnell. Passwort bitte zurücksetzen.'],
    ['two owners', 'de', 'Bitte mein Passwort von Sam Ortiz zurücksetzen.'],
    ['a name that nobody has', 'de', 'Bitte das Passwort von Uwe Krause zurücksetzen.'],
    ['a pronoun for nobody', 'de', 'Bitte setzt ihr Passwort zurück.'],
  ])('%s (%s): %s', (_, code, text) => {
    expect(said(text, code)).toBe('nothing');
  });

  it('in a language without a gist', () => {
    expect(gistOf('Por favor restablezca mi contraseña', 'es', NAMES)).toBeUndefined();
    expect(phrasesToLookUp('Por favor, Ana', 'es')).toEqual([]);
  });
});

it.each([
  ['de', 'Jemand hat sich mit meinem Konto angemeldet, ich war das nicht. Bitte Passwort zurücksetzen.'],
  ['fr', "J'ai cliqué sur un lien bizarre, réinitialisez mon mot de passe svp."],
  ['de', 'Mein Handy wurde geklaut. Bitte meine MFA zurücksetzen.'],
  ['fr', "On m'a volé mon téléphone, pouvez-vous réinitialiser ma double authentification ?"],
])('an attack is an alarm, whatever else is asked (%s)', (code, text) => {
  expect(said(text, code)).toBe('alarm');
});

it("reads a form as one sentence, and its reason as nobody's wish", () => {
  const form = 'Antrag auf Zugriff\nAnwendung: Ledger\nBenutzer: Sam Ortiz\nGrund: Urlaubsvertretung';
  expect(said(form, 'de')).toBe('please give Sam Ortiz access to Ledger.');
});

it('looks up what it does not know, with one neighbour that it does', () => {
  expect(phrasesToLookUp('please add sam to team planner', 'en')).toEqual(
    expect.arrayContaining(['sam', 'team planner', 'planner']),
  );
});

it('mends one letter of a word of its own', () => {
  const { classesOf } = compileGist({ classes: 'pw: password', frames: '' });
  expect([...classesOf('passwrd')]).toEqual(['pw']);
  expect([...classesOf('reyes')]).toEqual([]);
});

it.each([
  ['classes', 'pw password', '', 'A line without ":"'],
  ['a mood', '', 'reset hope: pw => x', 'No mood'],
  ['an arrow', '', 'reset wish: pw', 'A frame without "=>"'],
])('data without %s is refused', (_, classes, frames, message) => {
  expect(() => compileGist({ classes, frames })).toThrow(message);
});
