/**
 * An image as FROM names it, with the arguments of the build put in: those given, else the defaults of `ARG NAME=value`
 * in the Dockerfile. What has neither stays as it is written.
 */
export function withArguments(
  image: string,
  dockerfile: string,
  given: ReadonlyMap<string, string> = new Map(),
): string {
  return image.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (whole, braced, fallback, plain) => {
    const name: string = braced ?? plain;
    const own = new RegExp(`^[ \\t]*ARG[ \\t]+${name}=["']?([^\\s"']+)`, 'im').exec(dockerfile)?.[1];
    return given.get(name) ?? own ?? fallback ?? whole;
  });
}
