// What people read when their language is recognised and nothing is done by itself. Data only; a language without sentences
// of its own is answered in English.
export type SpokenKey = 'handed_over' | 'write_english' | 'confirm';

const SENTENCES: Readonly<Record<SpokenKey, ReadonlyMap<string, string>>> = {
  handed_over: new Map([
    ['en', 'I passed your request to a technician. A person reads it and answers you here.'],
    [
      'de',
      'Ich habe Ihre Anfrage an eine Technikerin oder einen Techniker weitergegeben. Ein Mensch liest sie und antwortet Ihnen hier.',
    ],
    ['fr', "J'ai transmis votre demande à l'équipe technique. Une personne la lit et vous répond ici."],
    ['es', 'He pasado su solicitud al equipo técnico. Una persona la lee y le responde aquí.'],
    ['nl', 'Ik heb uw verzoek doorgegeven aan een technicus. Een medewerker leest het en antwoordt u hier.'],
    ['it', 'Ho passato la sua richiesta al personale tecnico. Una persona la legge e le risponde qui.'],
    ['pt', 'Passei o seu pedido à equipa técnica. Uma pessoa lê-o e responde-lhe aqui.'],
  ]),
  write_english: new Map([
    ['en', 'If you write in English, I can often help at once.'],
    ['de', 'Wenn Sie auf Englisch schreiben, kann ich oft sofort helfen.'],
    ['fr', 'Si vous écrivez en anglais, je peux souvent vous aider tout de suite.'],
    ['es', 'Si escribe en inglés, a menudo puedo ayudarle de inmediato.'],
    ['nl', 'Als u in het Engels schrijft, kan ik vaak meteen helpen.'],
    ['it', 'Se scrive in inglese, spesso posso aiutarla subito.'],
    ['pt', 'Se escrever em inglês, muitas vezes posso ajudar de imediato.'],
  ]),
  confirm: new Map([
    ['en', 'Did I understand you correctly? With "Yes" it is done, with "No" nothing happens.'],
    ['de', 'Habe ich Sie richtig verstanden? Mit „Yes“ wird es gemacht, mit „No“ geschieht nichts.'],
    ['fr', 'Vous ai-je bien compris ? « Yes » : c’est fait. « No » : rien ne se passe.'],
    ['es', '¿Le he entendido bien? Con «Yes» se hace; con «No» no pasa nada.'],
    ['nl', 'Heb ik u goed begrepen? Met "Yes" wordt het gedaan, met "No" gebeurt er niets.'],
    ['it', 'Ho capito bene? Con "Yes" viene fatto, con "No" non succede nulla.'],
    ['pt', 'Entendi bem? Com "Yes" é feito, com "No" nada acontece.'],
  ]),
};

/** The sentence in that language, else in English. */
export function sayIn(language: string, key: SpokenKey): string {
  const sentences = SENTENCES[key];
  return sentences.get(language) ?? sentences.get('en') ?? '';
}
