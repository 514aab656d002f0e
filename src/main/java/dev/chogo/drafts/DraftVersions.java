package dev.chogo.drafts;

import dev.chogo.writing.Saves;

interface DraftVersions extends Saves<DraftVersion> {

}
