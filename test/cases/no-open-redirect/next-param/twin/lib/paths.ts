const PLACES = ['/', '/inbox', '/settings'];
export function placeOrHome(wanted: string | undefined) {
  return PLACES.find((place) => place === wanted) ?? '/';
}
