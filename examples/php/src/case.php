<?php

declare(strict_types=1);

namespace Exemple;

/** What was typed, as texts: whatever else a browser may send is left out. */
final class Form
{
    /** @param array<array-key, mixed> $posted */
    public function __construct(private readonly array $posted)
    {
    }

    public function text(string $name): string
    {
        $value = $this->posted[$name] ?? '';
        return is_string($value) ? trim($value) : '';
    }

    /** @return list<string> */
    public function choices(string $name): array
    {
        $values = $this->posted[$name] ?? [];
        return is_array($values) ? array_values(array_filter($values, is_string(...))) : [];
    }
}

/**
 * The case for Catalogue::simulate(). A field left empty is left out: the library knows the defaults, and an answer not
 * given is unknown.
 *
 * @param list<array{questions: list<array{fact: string, question: string}>}> $situations
 *
 * @return array<string, mixed>
 */
function caseOf(Form $form, array $situations): array
{
    $facts = [];
    foreach ($situations as $situation) {
        foreach ($situation['questions'] as ['fact' => $fact]) {
            $facts[$fact] = match ($fact) {
                'tauxIncapacitePermanente' => numberOf($form->text($fact)),
                'statut' => $form->text($fact) ?: null,
                default => answerOf($form->text($fact)),
            };
        }
    }
    return [
        'on' => $form->text('on'),
        'needs' => $form->choices('needs'),
        'variant' => $form->text('variant') ?: null,
        'client' => $form->text('client') ?: null,
        'hours' => numberOf($form->text('hours')),
        'facts' => $facts,
    ];
}

function answerOf(string $text): ?bool
{
    return match ($text) {
        'oui' => true,
        'non' => false,
        default => null,
    };
}

/** A number as it is written in French; a text that is none goes to the library as it is, which says what is wrong. */
function numberOf(string $text): int|float|string|null
{
    $number = str_replace(',', '.', $text);
    return match (true) {
        $text === '' => null,
        is_numeric($number) => $number + 0,
        default => $text,
    };
}
