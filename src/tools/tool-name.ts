// The names of the tools that come with the desk. Whoever names a tool by hand (a recipe, a status line, a look-up) is held to
// them by the compiler; tools of the desk file and of MCP servers have names of their own.

export type ReadTool =
  | 'find_apps'
  | 'find_devices'
  | 'find_groups'
  | 'find_licences'
  | 'find_people'
  | 'find_software'
  | 'get_person'
  | 'list_devices'
  | 'list_sign_ins'
  | 'search_documents'
  | 'similar_tickets';

export type ChangeTool =
  | 'add_group_member'
  | 'assign_app'
  | 'assign_licence'
  | 'create_user'
  | 'disable_user'
  | 'install_software'
  | 'remove_group_member'
  | 'remove_licence'
  | 'reset_mfa'
  | 'reset_password'
  | 'restart_spooler'
  | 'revoke_app'
  | 'revoke_sessions'
  | 'unlock_account';
