/** The address of a page of the dashboard, from another page of ours. */
export function dashboardAddress(page: string): string {
  return `/dashboard.html#/${page}`;
}
