import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { UserEntity } from './user.entity';

@Injectable()
export class UsersRepository {
  constructor(@InjectRepository(UserEntity) private readonly table: Repository<UserEntity>) {}

  findByEmail(email: string): Promise<UserEntity | null> {
    return this.table.findOne({ where: { email } });
  }
}
