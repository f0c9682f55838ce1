export function quietly(action: () => void) {
  try {
    action();
  } catch {
    // Pages cannot write cookies.
  }
}
