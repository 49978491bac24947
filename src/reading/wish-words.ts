// The words by which people ask for a deed, decline it, complain, thank and look back. Data only; read-clause.ts gives them meaning.

/** What a desk can be asked to do: base forms. */
export const DEEDS =
  're-?set|change|renew|refresh|update|unlock|unblock|un-lock|release|add|include|invite|put|join|enroll?|subscribe|unsubscribe|sign (?:me|him|her|us|them) up|register|re-?register|re-?enroll?|remove|delete|take|drop|kick|revoke|withdraw|grant|give|get|assign|allocate|provide|set|setup|create|make|open up|install|re-?install|uninstall|deploy|push|restart|re-?start|reboot|fix|clear|flush|unjam|unstick|restore|onboard|offboard|off-board|on-board|disable|deactivate|block|close|terminate|suspend|cut off|cut|end|move|switch|transfer|swap|order|arrange|enable|activate|reactivate|sort out|sort|let|send|share|organi[sz]e|prepare|help|hook (?:me|him|her|us|them) up|whitelist|bounce|get rid of|process|license|licence|approve my|lock|wipe|kill';

/** The same as a participle or gerund: "be added", "mind adding". */
export const DONE =
  'reset|re-set|changed|renewed|refreshed|updated|unlocked|unblocked|released|added|included|invited|put|enrolled|subscribed|unsubscribed|registered|removed|deleted|taken|dropped|revoked|withdrawn|granted|given|assigned|provided|set|created|installed|re-?installed|uninstalled|deployed|restarted|rebooted|fixed|cleared|restored|onboarded|offboarded|off-boarded|disabled|deactivated|blocked|closed|terminated|suspended|cut|moved|switched|transferred|enabled|activated|reactivated|sorted';

export const DOING =
  'resetting|re-setting|changing|renewing|updating|unlocking|unblocking|adding|including|inviting|putting|joining|subscribing|unsubscribing|registering|removing|deleting|taking|dropping|revoking|granting|giving|getting|assigning|providing|setting|creating|making|installing|re-?installing|uninstalling|restarting|rebooting|fixing|clearing|restoring|onboarding|offboarding|disabling|deactivating|blocking|closing|terminating|moving|switching|enabling|activating|reactivating|sorting|looking|helping|letting|sending';

/** May stand before the first word that counts. */
export const LEADS =
  '(?:(?:hi|hello|hey|hiya|dear|good|morning|afternoon|evening|day|there|all|team|guys|folks|everyone|desk|it (?:support|team|desk|help ?desk)|support|bot|deskhand|so|and|also|then|now|ok|okay|yes|well|oh|um|uh|sorry|pls|please|plz|kindly|just|urgent|urgently|asap|quick|quickly|again|but|because|could you please|as discussed|fyi|request|ticket|instead|rather|to|only|actually|good day|sir|madam|thanks|thx|@\\w+)[\\s,:!]*)*';

export const POLITE = '(?:please|pls|plz|plse|kindly|pretty please)';
