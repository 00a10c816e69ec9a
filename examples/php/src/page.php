<?php

/**
 * @var Form $form
 * @var array<string, mixed> $offer
 * @var list<array<string, mixed>> $questions
 * @var ?array<string, mixed> $dossier
 * @var ?\BilanProfessionnel\BilanException $error
 * @var string $token
 */

declare(strict_types=1);

namespace Exemple;

$fault = $error === null ? null : fieldOf($error->getPath());

/** What a field needs so that its fault is announced. */
$marks = static fn (string $name): string => $fault === $name ? ' aria-invalid="true" aria-describedby="faute"' : '';

/** A list to choose from. */
$select = static function (string $name, array $choices) use ($form, $marks): string {
    $options = '';
    foreach ($choices as $value => $label) {
        $chosen = $form->text($name) === (string) $value ? ' selected' : '';
        $options .= sprintf('<option value="%s"%s>%s</option>', h((string) $value), $chosen, h($label));
    }
    return sprintf('<select id="%1$s" name="%1$s"%2$s>%3$s</select>', h($name), $marks($name), $options);
};

/** The labels of some codes. */
$listed = static fn (array $codes, array $labels): string
    => implode(' ; ', array_map(static fn (string $code): string => $labels[$code] ?? $code, $codes));

$yesOrNo = ['' => 'Je ne sais pas', 'oui' => 'Oui', 'non' => 'Non'];
$statuts = ['' => 'Je ne sais pas', 'fonctionnaire' => 'Fonctionnaire', 'contractuel' => 'Contractuel'];
$variants = ['' => 'Selon ce que souhaite l’agent'] + array_column($offer['variants'], 'label', 'code');
$modes = array_column($offer['modes'], 'label', 'code');
$covers = array_column($offer['covers'], 'label', 'code');
$clients = ['' => 'Sans prix'] + array_column($offer['clients'], 'label', 'code');
$title = ($error === null ? '' : 'Erreur : ') . 'Bilan professionnel : préparer une demande';
?>
<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><?= h($title) ?></title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<header>
<p><?= h($offer['centre']['name']) ?></p>
<h1>Bilan professionnel : préparer une demande</h1>
</header>
<main>
<?php if ($error !== null) : ?>
<div class="encart erreur" role="alert">
<h2>La demande est à corriger</h2>
<p id="faute"><a href="#<?= h($fault) ?>"><?= h($error->getMessage()) ?></a></p>
</div>
<?php endif ?>
<?php if ($dossier !== null) : ?>
<section aria-labelledby="resultat">
<h2 id="resultat"><?= h($dossier['plan']['label']) ?></h2>
    <?php if ($dossier['recommendation'] ?? null) : ?>
<p><?= h($dossier['recommendation']['explanation']) ?></p>
    <?php endif ?>

<h3>Financement</h3>
<p class="encart"><?= h($dossier['funding']['explanation']) ?></p>
    <?php if ($dossier['funding']['nextQuestionDetail'] !== null) : ?>
<p>À demander ensuite :
<a href="#<?= h($dossier['funding']['nextQuestion']) ?>"><?= h($dossier['funding']['nextQuestionDetail']['questionAbout']) ?></a></p>
    <?php endif ?>
<details>
<summary>Le détail, situation par situation</summary>
<table>
<caption>Situations pour lesquelles le FIPHFP pourrait financer le bilan</caption>
<thead><tr><th scope="col">Situation</th><th scope="col">Reconnue</th><th scope="col">Explication</th></tr></thead>
<tbody>
    <?php foreach ($dossier['funding']['situations'] as $situation) : ?>
<tr>
<th scope="row"><?= h($situation['label']) ?></th>
<td><?= h(STATUSES[$situation['status']]) ?></td>
<td><?= h($situation['explanation']) ?></td>
</tr>
    <?php endforeach ?>
</tbody>
</table>
</details>

    <?php if (isset($dossier['quote'])) : ?>
<h3>Prix</h3>
<p class="encart"><?= h($dossier['quote']['explanation']) ?></p>
        <?php if (($dossier['quote']['covers'] ?? []) !== []) : ?>
<p>Ce prix comprend :</p>
<ul>
            <?php foreach ($dossier['quote']['covers'] as $cover) : ?>
<li><?= h($covers[$cover] ?? $cover) ?></li>
            <?php endforeach ?>
</ul>
        <?php endif ?>
    <?php endif ?>

<h3>Plan</h3>
<table>
<caption><?= h($dossier['plan']['label']) ?> : <?= hours($dossier['plan']['hours']) ?><?= inAutonomy($dossier['plan']) ?></caption>
<thead><tr><th scope="col">Étape</th><th scope="col">Heures</th><th scope="col">Comment</th></tr></thead>
<tbody>
    <?php foreach ($dossier['plan']['steps'] as $step) : ?>
<tr>
<th scope="row"><?= h($step['label']) ?></th>
<td class="nombre"><?= hours($step['hours']) ?></td>
<td><?= h($listed($step['modes'], $modes)) ?></td>
</tr>
    <?php endforeach ?>
</tbody>
</table>
    <?php foreach ($dossier['plan']['warnings'] as $warning) : ?>
<p class="note"><?= h($warning['message']) ?></p>
    <?php endforeach ?>
<p class="note">Référence du dossier : <?= h($dossier['record']['result']) ?></p>
</section>
<?php endif ?>

<form method="post" action="/" novalidate>
<input type="hidden" name="<?= h(FIELD) ?>" value="<?= h($token) ?>">
<h2>La demande</h2>
<fieldset id="needs"<?= $marks('needs') ?>>
<legend>Ce que souhaite l’agent</legend>
<?php foreach ($offer['needs'] as $need) : ?>
<p class="choix">
<input type="checkbox" id="need-<?= h($need['code']) ?>" name="needs[]" value="<?= h($need['code']) ?>"
    <?= in_array($need['code'], $form->choices('needs'), true) ? 'checked' : '' ?>>
<label for="need-<?= h($need['code']) ?>"><?= h($need['label']) ?></label></p>
<?php endforeach ?>
</fieldset>
<p><label for="variant">Déclinaison du bilan</label> <?= $select('variant', $variants) ?></p>
<p><label for="hours">Nombre d’heures, par demi-heures (facultatif)</label>
<input id="hours" name="hours" inputmode="decimal" value="<?= h($form->text('hours')) ?>"<?= $marks('hours') ?>></p>
<p><label for="client">La collectivité, pour le prix</label> <?= $select('client', $clients) ?></p>
<p><label for="on">Date de la demande</label>
<input type="date" id="on" name="on" value="<?= h($form->text('on')) ?>"<?= $marks('on') ?>></p>

<h2>La situation de l’agent</h2>
<p>Ces réponses servent à savoir si le Fonds pour l’insertion des personnes handicapées dans la fonction publique (FIPHFP)
pourrait financer le bilan. Elles appartiennent à l’agent : elles sont facultatives, ne sont pas conservées,
et n’ont pas à être transmises à l’employeur.</p>
<?php foreach ($questions as $situation) : ?>
<fieldset>
<legend><?= h($situation['label']) ?></legend>
    <?php foreach ($situation['questions'] as ['fact' => $fact, 'questionAbout' => $question, 'help' => $help]) : ?>
<p><label for="<?= h($fact) ?>"><?= h($question) ?>
        <?php if ($help !== null) : ?>
<span class="aide"><?= h($help) ?></span>
        <?php endif ?>
</label>
        <?php if ($fact === 'tauxIncapacitePermanente') : ?>
<input id="<?= h($fact) ?>" name="<?= h($fact) ?>" inputmode="decimal" size="5"
    value="<?= h($form->text($fact)) ?>"<?= $marks($fact) ?>> %</p>
        <?php else : ?>
            <?= $select($fact, $fact === 'statut' ? $statuts : $yesOrNo) ?></p>
        <?php endif ?>
    <?php endforeach ?>
</fieldset>
<?php endforeach ?>
<p><button type="submit">Préparer la demande</button></p>
</form>
</main>
<footer>
<p>Le financement par le fonds est une possibilité, et non un droit.</p>
</footer>
</body>
</html>
