<?php

declare(strict_types=1);

namespace Exemple;

// The cookie that a form of this page is known by.
const COOKIE = 'jeton';

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
    header('Cache-Control: no-store');
    header_remove('X-Powered-By');
    set_exception_handler(static function (\Throwable $fault): void {
        error_log(sprintf('%s: %s, %s:%d', $fault::class, $fault->getMessage(), $fault->getFile(), $fault->getLine()));
        refuse(500, 'Le service est momentanément indisponible. Réessayez plus tard.');
    });
}

/** A number that other sites can neither read nor guess, in a cookie and in the form: nothing is kept on the server. */
function token(): string
{
    $token = $_COOKIE[COOKIE] ?? '';
    if (is_string($token) && preg_match('/^[0-9a-f]{64}$/D', $token) === 1) {
        return $token;
    }
    $token = bin2hex(random_bytes(32));
    $isSecure = ($_SERVER['HTTPS'] ?? 'off') !== 'off';
    setcookie(COOKIE, $token, ['path' => '/', 'httponly' => true, 'samesite' => 'Strict', 'secure' => $isSecure]);
    return $token;
}

/** @param array<array-key, mixed> $posted */
function isOfThisPage(array $posted, string $token): bool
{
    $found = $posted[COOKIE] ?? null;
    return is_string($found) && hash_equals($token, $found);
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
