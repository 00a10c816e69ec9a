<?php

/** @var string $sentence */

declare(strict_types=1);

namespace Exemple;

?>
<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Erreur : bilan professionnel</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
<main>
<h1>La demande n’a pas pu être traitée</h1>
<p class="encart erreur" role="alert"><?= h($sentence) ?></p>
<p><a href="/">Revenir au formulaire</a></p>
</main>
</body>
</html>
