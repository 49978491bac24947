// What the generated tables are made of: wishes, and the words that must turn them round, language by language.

export interface Pieces {
  /** `{name}`, `{group}` and `{app}` are filled in. */
  readonly wishes: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly denials: readonly string[];
  readonly conditions: readonly string[];
  readonly questions: readonly string[];
  /** Somebody else's words, doubt, the past: nothing that follows may become a wish. */
  readonly frames: readonly string[];
  /** No words of the book. */
  readonly unknown: readonly string[];
}

export const NAMES = ['Dana Reyes', 'Nina Vogt', 'Jürgen Weiß', 'Tom Okafor', 'dana@example.com'] as const;
export const GROUPS = ['Newsletter', 'Front Desk', 'Payroll'] as const;
export const APPS = ['Ledger', 'Photoshop', 'Adobe Acrobat'] as const;

export const PIECES: Readonly<Record<'de' | 'fr' | 'es', Pieces>> = {
  de: {
    wishes: [
      'setzen Sie mein Passwort zurück',
      'mein Passwort zurücksetzen',
      'können Sie mein Konto entsperren',
      'setzen Sie das Passwort von {name} zurück',
      'fügen Sie {name} zur Gruppe {group} hinzu',
      'kannst du {name} zur Gruppe {group} hinzufügen',
      '{name} in den Verteiler {group} aufnehmen',
      'nehmt {name} aus der Gruppe {group} raus',
      'geben Sie {name} Zugriff auf {app}',
      'ich brauche Zugriff auf {app}',
      'installieren Sie {app} auf meinem Laptop',
      'könntet ihr {app} auf LT-DANA installieren',
      'das Konto von {name} muss entsperrt werden',
    ],
    before: ['', 'Bitte ', 'Hallo, ', 'Guten Morgen zusammen, bitte ', 'Dringend: '],
    after: ['', ', danke!', '. Vielen Dank', '. Viele Grüße, Max'],
    denials: [
      'nicht',
      'nie',
      'niemals',
      'keinesfalls',
      'auf keinen Fall',
      'keine',
      'ohne',
      'statt',
      'außer',
      'niemand',
    ],
    conditions: ['falls', 'wenn', 'sobald', 'sofern'],
    questions: ['wie', 'warum', 'wer', 'wann', 'weshalb', 'was'],
    frames: [
      'Nina sagt, ',
      'Angeblich ',
      'Vielleicht ',
      'Mein Chef meint, ',
      'Gestern wollte ich ',
      'Ich weiß nicht, ob ',
      'Hören Sie auf, ',
      'Vermeiden Sie, ',
      'Hätte ich ',
      'Ich lese gerade: ',
    ],
    unknown: ['zwiebelt', 'gestrig', 'Zwiebelkuchen-mäßig', 'höchstvorsorglich'],
  },
  fr: {
    wishes: [
      'réinitialisez mon mot de passe',
      'pouvez-vous réinitialiser mon mot de passe',
      'merci de débloquer mon compte',
      'réinitialisez le mot de passe de {name}',
      'ajoutez {name} au groupe {group}',
      "merci d'ajouter {name} à la liste {group}",
      'retirez {name} du groupe {group}',
      'pouvez-vous enlever {name} de la liste {group}',
      'donnez accès à {app} à {name}',
      "j'ai besoin d'un accès à {app}",
      'installez {app} sur mon ordinateur',
      "merci d'installer {app} sur LT-DANA",
      'débloquez le compte de {name}',
    ],
    before: ['', 'Bonjour, ', 'Bonjour à tous, ', 'Urgent : ', 'Salut, '],
    after: ['', ' svp', ', merci !', ". Merci d'avance", '. Cordialement, Max'],
    denials: ['ne', 'pas', 'jamais', 'sans', 'aucun', 'personne', 'rien', 'sauf', 'ni', 'plus'],
    conditions: ['si', 'lorsque', 'au cas où', 'dès que'],
    questions: ['comment', 'pourquoi', 'qui', 'quand', 'combien', 'où'],
    frames: [
      'Nina dit : ',
      'Il paraît que ',
      'Peut-être ',
      'Mon chef pense que ',
      'Hier je voulais : ',
      'Je ne sais pas si ',
      'Arrêtez, ',
      'Évitez, ',
      "J'avais écrit : ",
      'Je lis : ',
    ],
    unknown: ['oignonnant', 'zarbi', 'autrefoisement', 'truc'],
  },
  es: {
    wishes: [
      'restablezcan mi contraseña',
      'pueden restablecer mi contraseña',
      'desbloqueen mi cuenta',
      'restablezcan la contraseña de {name}',
      'añadan a {name} al grupo {group}',
      'pueden añadir a {name} a la lista {group}',
      'quiten a {name} del grupo {group}',
      'podrían quitar a {name} de la lista {group}',
      'den acceso a {app} a {name}',
      'necesito acceso a {app}',
      'instalen {app} en mi ordenador',
      'podrían instalar {app} en LT-DANA',
      'desbloqueen la cuenta de {name}',
    ],
    before: ['', 'Por favor ', 'Hola, ', 'Buenos días a todos, ', 'Urgente: '],
    after: ['', ' por favor', ', gracias', '. Muchas gracias', '. Saludos, Max'],
    denials: ['no', 'nunca', 'jamás', 'sin', 'nada', 'nadie', 'ningún', 'tampoco', 'excepto', 'menos'],
    conditions: ['si', 'en caso de que'],
    questions: ['cómo', 'por qué', 'quién', 'cuándo', 'dónde', 'qué'],
    frames: [
      'Nina dice: ',
      'Dicen que ',
      'Quizás ',
      'Mi jefe cree que ',
      'Ayer quería: ',
      'No sé si ',
      'Dejen de: ',
      'Eviten: ',
      'Había escrito: ',
      'Leo: ',
    ],
    unknown: ['cebollando', 'zarandaja', 'antañamente', 'cosita'],
  },
};
