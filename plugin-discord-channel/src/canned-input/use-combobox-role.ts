import { useEffect } from 'react';

/**
 * Has Flex's own text field tell screen readers of a list that is open beside it, and be a plain text field again
 * afterwards. https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function useComboboxRole(
  container: HTMLElement | null,
  open: { listId: string; activeId: string } | undefined,
): void {
  const { listId, activeId } = open ?? {};
  useEffect(() => {
    const field = container?.querySelector('textarea');
    if (!field || listId === undefined || activeId === undefined) return undefined;
    const attributes = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'true',
      'aria-controls': listId,
      'aria-activedescendant': activeId,
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(attributes)) field.removeAttribute(name);
    };
  }, [container, listId, activeId]);
}
