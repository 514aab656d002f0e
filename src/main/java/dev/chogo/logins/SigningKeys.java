package dev.chogo.logins;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface SigningKeys extends Repository<SigningKey, Integer> {

	SigningKey saveAndFlush(SigningKey key);

	Optional<SigningKey> findById(int id);

}
