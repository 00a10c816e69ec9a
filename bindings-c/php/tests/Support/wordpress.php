<?php

/**
 * What the plugin of examples/wordpress calls of WordPress, as far as it calls it: names, arguments and results are
 * WordPress’s own, the rest is left out. What happens is kept in Site.
 */

declare(strict_types=1);

use BilanProfessionnel\Tests\Support\Site;

define('ABSPATH', __DIR__ . '/');

function add_action(string $hook, callable $function): bool
{
    return add_filter($hook, $function);
}

function add_filter(string $hook, callable $function): bool
{
    Site::$filters[$hook][] = $function;
    return true;
}

function add_shortcode(string $tag, callable $function): void
{
    Site::$shortcodes[$tag] = $function;
}

function plugins_url(string $path, string $plugin): string
{
    return home_url() . '/wp-content/plugins/' . basename(dirname($plugin)) . '/' . $path;
}

function home_url(): string
{
    return Site::$home;
}

/** @param list<string> $dependencies */
function wp_register_script_module(string $id, string $address, array $dependencies, string|false|null $version): void
{
    Site::$modules[$id] = $address . ($version === null ? '' : "?ver={$version}");
}

function wp_enqueue_script_module(string $id): void
{
    Site::$enqueued[$id] = true;
}

/** @return array<string, int|string>|false */
function wp_parse_url(string $address): array|false
{
    return parse_url($address);
}

function esc_html(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES, 'UTF-8');
}

function esc_attr(string $text): string
{
    return esc_html($text);
}

/** An address whose scheme is not allowed is empty. */
function esc_url(string $address): string
{
    $scheme = parse_url($address, PHP_URL_SCHEME);
    return $scheme === null || in_array($scheme, ['http', 'https'], true) ? $address : '';
}

/** WordPress leaves out what a post may not hold; here, every tag but these. */
function wp_kses_post(string $html): string
{
    return strip_tags($html, ['p', 'a', 'strong', 'em']);
}

/** What is open is closed, and what closes nothing is left out. */
function force_balance_tags(string $html): string
{
    $document = new DOMDocument();
    @$document->loadHTML('<?xml encoding="utf-8"?><body>' . $html);
    $body = $document->getElementsByTagName('body')->item(0);
    $balanced = '';
    foreach ($body?->childNodes ?? [] as $child) {
        $balanced .= $document->saveHTML($child);
    }
    return $balanced;
}

function get_the_ID(): int|false
{
    return Site::$page;
}

function current_user_can(string $capability, int $page): bool
{
    return Site::$isAuthor && $capability === 'edit_post' && $page === Site::$page;
}
