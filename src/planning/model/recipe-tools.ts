// Which tools the built-in guides need. Written down here, so that a matched guide narrows what a model is offered before it
// has read anything.

interface RecipeTools {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

export const RECIPE_TOOLS: ReadonlyMap<string, RecipeTools> = new Map([
  ['reset_password', { reads: ['list_sign_ins'], writes: ['reset_password', 'unlock_account'] }],
  ['unlock_account', { reads: ['list_sign_ins'], writes: ['reset_password', 'unlock_account'] }],
  ['mfa_reenrolment', { reads: ['list_sign_ins', 'list_devices'], writes: ['reset_mfa', 'revoke_sessions'] }],
  ['change_group', { reads: ['find_groups'], writes: ['add_group_member', 'remove_group_member'] }],
  [
    'app_access',
    {
      reads: ['find_apps', 'find_licences'],
      writes: ['assign_app', 'assign_licence', 'remove_licence', 'revoke_app'],
    },
  ],
  ['guidance', { reads: ['search_documents'], writes: [] }],
  [
    'software_install',
    { reads: ['find_software', 'list_devices', 'find_licences'], writes: ['install_software'] },
  ],
  [
    'onboard',
    {
      reads: ['find_groups', 'find_licences', 'find_apps'],
      writes: ['create_user', 'add_group_member', 'assign_app', 'assign_licence'],
    },
  ],
  [
    'offboard',
    {
      reads: ['list_devices', 'find_groups'],
      writes: ['disable_user', 'remove_group_member', 'remove_licence', 'revoke_app', 'revoke_sessions'],
    },
  ],
  ['suspicious_sign_in', { reads: ['list_sign_ins'], writes: ['reset_password', 'revoke_sessions'] }],
  ['stuck_printer', { reads: ['find_devices', 'list_devices'], writes: ['restart_spooler'] }],
  ['ticket_status', { reads: ['similar_tickets'], writes: [] }],
]);
