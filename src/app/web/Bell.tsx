// Notifications.
export function Bell() {
  return null
}
