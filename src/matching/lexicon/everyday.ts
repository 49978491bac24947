// Lexicon: offices, money and everyday talk; much of it is none of the desk's business, and naming it keeps it away.
// Data only.
import type { Concept } from './concept.ts';

export const EVERYDAY: readonly Concept[] = [
  {
    name: 'asset-list',
    weight: 0.6,
    phrases: `
      inventory|asset|assets|equipment|devices + list|assigned|allocated|update|check|return|returned`,
  },
  { name: 'time-sync', weight: 0.8, phrases: 'clock|time zone|timezone|wrong|sync|ahead|behind; time wrong' },
  { name: 'training', weight: 0.7, phrases: 'training|course|workshop|webinar|tutorial|elearning|awareness' },
  {
    name: 'quote',
    weight: 0.9,
    phrases: 'quote|quotation|pricing|price|cost + $want|laptop|license|new|server|send|project|how_much',
    over: 'license new-equipment',
  },
  {
    name: 'invoice',
    weight: 0.9,
    phrases: `
      invoice|invoices|billing_question|bill_question|agreement_charge + wrong|copy|question|query|pay|
      charged|send|about`,
  },
  { name: 'vendor', weight: 0.6, phrases: 'vendor|supplier|third_party|isp|carrier' },
  { name: 'vip', weight: 0.5, phrases: 'vip|ceo|cfo|director|executive|partner' },
  {
    name: 'maintenance',
    weight: 0.7,
    phrases: 'maintenance|downtime|change_window|maintenance_window|planned_work',
  },
  {
    name: 'office-move',
    weight: 0.9,
    phrases: `
      office|desk|site|branch move|relocation|relocate; moving desk|office|offices;
      new office|site|branch|desk`,
  },
  {
    name: 'bank-matter',
    weight: 1,
    phrases: `
      bank|credit_card|debit_card|savings|atm|refund|mortgage|loan|direct_deposit|exchange_rate|top_up|cash;
      card stolen|lost|declined; transaction; w2|payslip|salary|payroll`,
  },
  {
    name: 'everyday-talk',
    weight: 1,
    phrases: `
      weather|joke|song|music|pizza|recipe|hotel|flight|restaurant|alarm|alarms|birthday|uber|taxi|movie|
      washing_machine|translate; square root; how old you; who made|maker|created you; are you human|robot;
      what you do|help`,
  },
  {
    name: 'security-question',
    weight: 0.7,
    phrases: `
      security policy|audit|questionnaire|assessment|awareness|review; cyber insurance; pen test;
      vulnerability`,
  },
  { name: 'camera', weight: 0.8, phrases: 'cctv|security_camera|camera|cameras|nvr' },
];
