package dev.chogo.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, Long> {

	Account save(Account account);

	Optional<Account> findById(long id);

	/**
	 * Holds an account until this transaction ends: nobody changes its password
	 * meanwhile, and nobody comes in by it.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Account a where a.id = :id")
	Optional<Account> lock(long id);

	Optional<Account> findByHandle(String handle);

	List<Account> findByIdIn(Collection<Long> ids);

	void deleteById(long id);

	boolean existsByHandle(String handle);

	@Query(value = "select taken from first_sign_up", nativeQuery = true)
	boolean firstIsTaken();

	/** Takes the one place of the first account: 1, or 0 where it was taken before. */
	@Modifying
	@Query(value = "update first_sign_up set taken = true where not taken", nativeQuery = true)
	int takeFirst();

	@Modifying
	@Query(value = "update first_sign_up set taken = exists (select 1 from account)", nativeQuery = true)
	void freeFirstIfNobodyIsLeft();

}
