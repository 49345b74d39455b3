/** The value of a key, made if need be; it is the newest then, and the oldest goes where there are too many. */
export function recent<K, V>(map: Map<K, V>, key: K, most: number, make: () => V): V {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}
