<?php

declare(strict_types=1);

namespace Exemple;

// The field by which a form of this page is known.
const FIELD = 'jeton';

// How many bytes a form of this page may have: it has some forty short fields.
const LONGEST = 16_384;

/**
 * Says to browsers what the page needs, which is little, and to nobody what went wrong inside: an error that was not
 * foreseen is a page of its own, and a line in the log of the server without what was posted.
 */
function guard(): void
{
    ob_start();
    ini_set('display_errors', '0');
    ini_set('zend.exception_ignore_args', '1');
    $policy = ["default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"];
    header('Content-Type: text/html; charset=utf-8');
    header('Content-Security-Policy: ' . implode('; ', $policy));
    header('X-Content-Type-Options: nosniff');
    header('Referrer-Policy: no-referrer');
    header('Cross-Origin-Opener-Policy: same-origin');
    header('Cross-Origin-Resource-Policy: same-origin');
    header('Cache-Control: no-store');
    header_remove('X-Powered-By');
    // A warning ends the request like any other fault: no page is shown half. What a later PHP advises against does not.
    set_error_handler(static function (int $level, string $message, string $file, int $line): bool {
        if (($level & error_reporting() & ~E_DEPRECATED & ~E_USER_DEPRECATED) === 0) {
            return false;
        }
        throw new \ErrorException($message, 0, $level, $file, $line);
    });
    set_exception_handler(static function (\Throwable $fault): void {
        error_log(sprintf('%s, %s:%d', $fault::class, $fault->getFile(), $fault->getLine()));
        refuse(500, 'Le service est momentanément indisponible. Réessayez plus tard.');
    });
}

/** Refuses what no browser sends by this page: another address or method, a form that is too long or of another site. */
function check(): void
{
    $path = parse_url((string) ($_SERVER['REQUEST_URI'] ?? '/'), PHP_URL_PATH);
    if (!in_array($path, ['/', '/index.php'], true)) {
        refuse(404, 'Cette adresse ne mène à aucune page.');
    }
    if (!in_array($_SERVER['REQUEST_METHOD'], ['GET', 'HEAD', 'POST'], true)) {
        header('Allow: GET, HEAD, POST');
        refuse(405, 'Cette page ne répond pas à cette demande.');
    }
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        return;
    }
    if ((int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > LONGEST) {
        refuse(413, 'Ce formulaire est trop long. Revenez au formulaire et recommencez.');
    }
    if (trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]) !== 'application/x-www-form-urlencoded') {
        refuse(415, 'Cette page ne lit que son propre formulaire.');
    }
    $isElsewhere = !in_array($_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin', ['same-origin', 'none'], true);
    if ($isElsewhere || !isOfThisPage($_POST)) {
        refuse(403, 'Ce formulaire a expiré, ou ne vient pas de cette page. Revenez au formulaire et recommencez.');
    }
}

/** Over TLS the name itself keeps the cookie from being set by a neighbouring site, or without its flags. */
function cookie(): string
{
    return (isSecure() ? '__Host-' : '') . FIELD;
}

/** A number that other sites can neither read nor guess, in a cookie and in the form: nothing is kept on the server. */
function token(): string
{
    $token = known();
    if ($token === null) {
        $token = bin2hex(random_bytes(32));
        setcookie(cookie(), $token, ['path' => '/', 'httponly' => true, 'samesite' => 'Strict', 'secure' => isSecure()]);
    }
    return $token;
}

function isSecure(): bool
{
    return ($_SERVER['HTTPS'] ?? 'off') !== 'off';
}

/** The number that the browser has, if it is one of this page. */
function known(): ?string
{
    $token = $_COOKIE[cookie()] ?? null;
    return is_string($token) && preg_match('/^[0-9a-f]{64}$/D', $token) === 1 ? $token : null;
}

/** @param array<array-key, mixed> $posted */
function isOfThisPage(array $posted): bool
{
    $found = $posted[FIELD] ?? null;
    $known = known();
    return is_string($found) && $known !== null && hash_equals($known, $found);
}

/** Ends with a page that says why. */
function refuse(int $status, string $sentence): never
{
    while (ob_get_level() > 0) {
        ob_end_clean();
    }
    http_response_code($status);
    require __DIR__ . '/refusal.php';
    exit;
}
