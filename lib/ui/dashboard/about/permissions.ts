import { inWords, type Named } from '../named.ts';

/** Every permission that the manifest asks for, by its name there. A test holds this list to the built manifest. */
export const PERMISSIONS: Record<string, Named> = {
  activeTab: { name: 'dash_permission_active_tab', why: 'dash_permission_active_tab_why' },
  alarms: { name: 'dash_permission_alarms', why: 'dash_permission_alarms_why' },
  contextMenus: { name: 'dash_permission_menus', why: 'dash_permission_menus_why' },
  declarativeNetRequest: { name: 'dash_permission_block', why: 'dash_permission_block_why' },
  notifications: { name: 'dash_permission_notifications', why: 'dash_permission_notifications_why' },
  scripting: { name: 'dash_permission_scripting', why: 'dash_permission_scripting_why' },
  storage: { name: 'dash_permission_storage', why: 'dash_permission_storage_why' },
  webRequest: { name: 'dash_permission_see', why: 'dash_permission_see_why' },
};

/** What each of these permissions is called and for, in the order of the list above. */
export function permissionWords(permissions: readonly string[]): { name: string; why: string }[] {
  return Object.entries(PERMISSIONS)
    .filter(([permission]) => permissions.includes(permission))
    .map(([, named]) => inWords(named));
}
