import { useEffect, useState } from 'react';

/**
 * The address of a picture once it has arrived, so that a picture that never comes is not shown as a broken one.
 * @param url any address, or null; only http(s) is fetched
 */
export function useLoadedImage(url: string | null): string | undefined {
  const [loaded, setLoaded] = useState<string>();
  useEffect(() => {
    setLoaded(undefined);
    if (!url || !/^https?:\/\//i.test(url)) return undefined;
    const image = new Image();
    image.onload = () => setLoaded(url);
    image.src = url;
    return () => {
      image.onload = null;
    };
  }, [url]);
  return loaded;
}
