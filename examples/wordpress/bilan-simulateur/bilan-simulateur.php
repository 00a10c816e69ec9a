<?php

/**
 * Plugin Name:       Simulateur de bilan professionnel
 * Description:       Le code court [bilan_simulateur] affiche le simulateur dans une page ou un article. Rien n’est envoyé ni conservé.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      8.1
 * License:           MIT OR Apache-2.0
 *
 * The simulator is one script, which lies beside this file; `examples/wordpress/pack` puts both into a folder that
 * WordPress installs, and writes the script’s digest below. Nothing else is loaded, from this site or from another;
 * no cookie is set, and no visit is counted.
 */

declare(strict_types=1);

namespace BilanSimulateur;

// WordPress defines it; a browser that asks for this file by its own address gets nothing.
if (!defined('ABSPATH')) {
    exit;
}

/** The handle under which WordPress knows the script. */
const MODULE = 'bilan-simulateur';

/** The digest of the script, which browsers check before they run it. Written by `pack`. */
const INTEGRITY = '';

/**
 * What may be written in the shortcode, and the attribute of the element that it becomes. No other attribute reaches
 * the page: neither `onclick` nor `style`.
 */
const ATTRIBUTES = [
    'mode' => 'mode',
    'client' => 'client',
    'variant' => 'variant',
    'date' => 'date',
    'catalogue' => 'catalogue-src',
];

/** What an attribute may hold, in words for who writes the page. */
const EXPECTED = [
    'mode' => 'le seul mode qui s’indique est « expert »',
    'client' => 'il faut le code d’un client du catalogue, par exemple affiliee',
    'variant' => 'il faut le code d’une déclinaison du catalogue, par exemple evolution',
    'date' => 'il faut une date comme 2026-11-23',
    'catalogue' => 'il faut l’adresse d’un fichier de ce site, par exemple /catalogue.json',
];

add_action('init', __NAMESPACE__ . '\\register');

/** Makes the shortcode and the script known; the script is loaded only by the pages that show the simulator. */
function register(): void
{
    wp_register_script_module(MODULE, plugins_url('bilan-simulateur.js', __FILE__), [], null);
    add_filter('wp_script_attributes', __NAMESPACE__ . '\\sealed');
    add_shortcode('bilan_simulateur', __NAMESPACE__ . '\\shown');
}

/**
 * Adds the digest to the tag of the script: a file that was changed on the way, or on the server, does not run.
 *
 * @param array<string, string|bool> $attributes
 *
 * @return array<string, string|bool>
 */
function sealed(array $attributes): array
{
    if (($attributes['id'] ?? null) === MODULE . '-js-module') {
        $attributes['integrity'] = INTEGRITY;
        $attributes['crossorigin'] = 'anonymous';
    }
    return $attributes;
}

/**
 * The element, for `[bilan_simulateur client="affiliee"]`. What stands between the shortcode and its end is the
 * centre’s own words on how to reach it.
 *
 * @param array<array-key, string>|string $written what the author wrote; WordPress gives a text where there is nothing
 */
function shown($written, ?string $content = null): string
{
    if (INTEGRITY === '') {
        return remark('l’extension est incomplète : installez le dossier que le programme « pack » prépare.');
    }
    $remarks = '';
    $attributes = '';
    foreach (is_array($written) ? $written : [] as $name => $value) {
        // A word without a value comes with a number for a name.
        $name = is_int($name) ? $value : $name;
        if (!isset(ATTRIBUTES[$name])) {
            $known = implode(', ', array_keys(ATTRIBUTES));
            $remarks .= remark(sprintf('« %s » n’est pas un attribut ; les attributs sont : %s.', $name, $known));
        } elseif (!isValid($name, $value)) {
            $remarks .= remark(sprintf('l’attribut « %s » est laissé de côté : %s.', $name, EXPECTED[$name]));
        } else {
            $attributes .= sprintf(' %s="%s"', ATTRIBUTES[$name], esc_attr($value));
        }
    }
    $contact = trim(force_balance_tags(wp_kses_post($content ?? '')));
    wp_enqueue_script_module(MODULE);
    return $remarks
        . "<bilan-simulateur{$attributes}>"
        . ($contact === '' ? '' : "<div slot=\"contact\">{$contact}</div>")
        . '<noscript><p>Ce simulateur a besoin de JavaScript. '
        . 'Le service évolution professionnelle de votre centre de gestion répond aussi à vos questions.</p></noscript>'
        . '</bilan-simulateur>';
}

/** Whether an attribute holds what it may: the element checks it again, against its catalogue. */
function isValid(string $name, string $value): bool
{
    return match ($name) {
        'mode' => $value === 'expert',
        'client', 'variant' => preg_match('/^[a-z][a-zA-Z0-9]{0,63}$/D', $value) === 1,
        'date' => preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $value, $found) === 1
            && checkdate((int) $found[2], (int) $found[3], (int) $found[1]),
        'catalogue' => isOfThisSite($value),
    };
}

/** Whether an address is one of this site: a catalogue from elsewhere would tell that site who reads the page. */
function isOfThisSite(string $address): bool
{
    // Browsers read a backslash as a slash, and skip what cannot be seen: « /\example.org » is another site.
    if (preg_match('/[\x00-\x20\x5c\x7f]/', $address) === 1 || esc_url($address) === '') {
        return false;
    }
    $parts = wp_parse_url($address);
    $home = wp_parse_url(home_url());
    if (!is_array($parts) || isset($parts['user']) || !str_starts_with($parts['path'] ?? '', '/')) {
        return false;
    }
    if (!isset($parts['host'])) {
        return !isset($parts['scheme']);
    }
    return [$parts['scheme'] ?? $home['scheme'], $parts['host'], $parts['port'] ?? null]
        === [$home['scheme'], $home['host'], $home['port'] ?? null];
}

/** A sentence for who may change the page; visitors see nothing of it. */
function remark(string $sentence): string
{
    $page = get_the_ID();
    if ($page === false || !current_user_can('edit_post', $page)) {
        return '';
    }
    return '<p role="note"><strong>Simulateur de bilan professionnel :</strong> ' . esc_html($sentence)
        . ' (Cette remarque n’est montrée qu’aux personnes qui peuvent modifier la page.)</p>';
}
