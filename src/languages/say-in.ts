// What people read when their language is recognised and nothing is done by itself. Data only; a language without sentences
// of its own is answered in English.
export type SpokenKey = 'handed_over' | 'write_english' | 'understood_as';

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
  understood_as: new Map([
    ['en', 'This is how I understood your request:'],
    ['de', 'So habe ich Ihre Anfrage verstanden:'],
    ['fr', "Voici comment j'ai compris votre demande :"],
    ['es', 'Así he entendido su solicitud:'],
    ['nl', 'Zo heb ik uw verzoek begrepen:'],
    ['it', 'Ecco come ho capito la sua richiesta:'],
    ['pt', 'Foi assim que entendi o seu pedido:'],
  ]),
};

/** The sentence in that language, else in English. */
export function sayIn(language: string, key: SpokenKey): string {
  const sentences = SENTENCES[key];
  return sentences.get(language) ?? sentences.get('en') ?? '';
}
