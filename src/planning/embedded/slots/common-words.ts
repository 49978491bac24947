// Everyday words of requests, which name nobody and nothing.

export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a about access account accounts add added adding admin after again all also am an and another any app application are as asap asked at authenticator away
back be because been before boss but by can cannot cant case change channel code colleague com company computer connect connected could day days dear desk device did
disable disabled distribution do does done dont dl email employee everybody everyone everything example for forgot forgotten from full further gave get getting give given go
goes going gone good got group groups had has have having he hello help her here hers hi him his how i if ill im immediately in install installed into is issue it its ive
join joined joining joins just keep kindly know laptop last leave leaves leaving left let license licence licenses licences like list locked log login long lost mail mailing make manager me
member members message mfa mine monday morning must my name need needed needs never new next no not nothing now of off offboard offboarding office_365 on onboard onboarding once one only or order other our
out over password passwords pc people permission permissions person phone please print printer printing problem put really regards remove removed report request reset right said same say says send
set several she should sign signed since so software somebody someone something soon sorry start starter started starting starts still stop stuck sure system take team teams tell than thank thanks that the their
them then there these they thing think this those through till time to today together tomorrow too tool tried try trying two unlock until up urgent us use used user users using very via vpn wait want wants was
way we week well went were what when where which while who why wifi will wish with without wont work worked worker working works would yes yesterday yet you your yours
tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december end month year`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
