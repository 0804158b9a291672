import type { Actions } from './view.ts';

/**
 * What a person can do in the popup is no part of its first frame: it is fetched when that stands, or by the first thing they do, which then
 * waits for it. Once it is there all goes on in the very click: browsers answer questions for permission in no other way.
 */
export function onDemand(load: () => Promise<Actions>): { actions: Actions; fetch(): Promise<unknown> } {
  let there: Actions | undefined;
  let loading: Promise<Actions> | undefined;

  async function fetch(): Promise<Actions> {
    loading ??= load();
    there = await loading;
    return there;
  }

  function get(_: Actions, name: string | symbol) {
    const run = (actions: Actions, args: unknown[]) =>
      Reflect.apply(Reflect.get(actions, name), actions, args);
    return (...args: unknown[]) => (there ? run(there, args) : fetch().then((actions) => run(actions, args)));
  }

  return { actions: new Proxy({} as Actions, { get }), fetch };
}
