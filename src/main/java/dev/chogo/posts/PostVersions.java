package dev.chogo.posts;

import dev.chogo.writing.Saves;

interface PostVersions extends Saves<PostVersion> {

}
