<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests\Support;

/** A site of WordPress, as far as a plugin with a shortcode sees it. Its functions are in wordpress.php. */
final class Site
{
    public static string $home = 'https://centre.example';

    public static int|false $page = 7;

    public static bool $isAuthor = false;

    /** @var array<string, list<callable>> */
    public static array $filters = [];

    /** @var array<string, callable> */
    public static array $shortcodes = [];

    /** @var array<string, string> */
    public static array $modules = [];

    /** @var array<string, true> */
    public static array $enqueued = [];

    public static function start(): void
    {
        foreach (self::$filters['init'] ?? [] as $register) {
            $register();
        }
    }

    public static function visit(bool $isAuthor = false, int|false $page = 7): void
    {
        [self::$isAuthor, self::$page, self::$enqueued] = [$isAuthor, $page, []];
    }

    /** A text with its shortcodes replaced, `[name a="b"]` and `[name]…[/name]`. */
    public static function shown(string $text): string
    {
        $names = implode('|', array_map(preg_quote(...), array_keys(self::$shortcodes)));
        $pattern = "~\\[({$names})((?:\\s[^\\]]*)?)\\](?:(.*?)\\[/\\1\\])?~su";
        return (string) preg_replace_callback($pattern, static function (array $found): string {
            return (self::$shortcodes[$found[1]])(self::attributes($found[2]), $found[3] ?? '', $found[1]);
        }, $text);
    }

    /** The tags of the scripts that were asked for, through the filter that WordPress has for them. */
    public static function scripts(): string
    {
        $tags = '';
        foreach (array_keys(self::$enqueued) as $id) {
            $attributes = ['type' => 'module', 'src' => self::$modules[$id], 'id' => "{$id}-js-module"];
            foreach (self::$filters['wp_script_attributes'] ?? [] as $filter) {
                $attributes = $filter($attributes);
            }
            $written = '';
            foreach ($attributes as $name => $value) {
                $written .= sprintf(' %s="%s"', $name, htmlspecialchars((string) $value));
            }
            $tags .= "<script{$written}></script>\n";
        }
        return $tags;
    }

    /**
     * As WordPress does: names in small letters, words without a name by number, a text where there is nothing.
     *
     * @return array<array-key, string>|string
     */
    private static function attributes(string $text): array|string
    {
        $pattern = '~([\w-]+)\s*=\s*"([^"]*)"|([\w-]+)\s*=\s*\'([^\']*)\'|([\w-]+)\s*=\s*([^\s\'"]+)|(\S+)~u';
        $attributes = [];
        preg_match_all($pattern, $text, $found, PREG_SET_ORDER | PREG_UNMATCHED_AS_NULL);
        foreach ($found as [, $name, $value, $otherName, $otherValue, $plainName, $plainValue, $word]) {
            $name ??= $otherName ?? $plainName;
            if ($name === null) {
                $attributes[] = (string) $word;
            } else {
                $attributes[strtolower($name)] = (string) ($value ?? $otherValue ?? $plainValue);
            }
        }
        return $attributes === [] ? '' : $attributes;
    }
}
