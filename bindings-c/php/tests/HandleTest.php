<?php

declare(strict_types=1);

namespace BilanProfessionnel\Tests;

use BilanProfessionnel\BilanException;
use BilanProfessionnel\Catalogue;
use BilanProfessionnel\Library;
use PHPUnit\Framework\TestCase;

/** A catalogue is freed once, by PHP, and cannot be doubled. */
final class HandleTest extends TestCase
{
    public function testACatalogueCannotBeCloned(): void
    {
        $this->expectException(\Error::class);
        clone Catalogue::default();
    }

    public function testACatalogueCannotBeSerialized(): void
    {
        $this->expectException(\LogicException::class);
        serialize(Catalogue::default());
    }

    public function testACatalogueCannotBeUnserialized(): void
    {
        $this->expectException(\LogicException::class);
        unserialize('O:28:"BilanProfessionnel\Catalogue":0:{}');
    }

    public function testACatalogueDestroyedTwiceIsFreedOnceAndRefusesToAnswer(): void
    {
        $catalogue = Catalogue::default();
        $catalogue->__destruct();
        $catalogue->__destruct();
        try {
            $catalogue->document();
            self::fail('answered');
        } catch (BilanException $exception) {
            $found = [$exception->getErrorCode(), $exception->getPath()];
            self::assertSame(['invalidArgument', 'catalogue'], $found);
        }
    }

    public function testACatalogueMadeWithoutItsConstructorDoesNoHarm(): void
    {
        $catalogue = (new \ReflectionClass(Catalogue::class))->newInstanceWithoutConstructor();
        $this->expectException(\Error::class);
        $catalogue->document();
    }

    public function testTheLibraryIsLoadedOnce(): void
    {
        self::assertSame(Library::ffi(), Library::ffi());
        self::assertMatchesRegularExpression('/^\d+\.\d+\.\d+$/', Library::version());
    }
}
