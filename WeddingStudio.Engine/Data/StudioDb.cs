using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using WeddingStudio.Engine.Data.Lists;

namespace WeddingStudio.Engine.Data;

/// <summary>The one SQLite file. Times are UTC ticks, vectors little-endian float32 or int32 blobs.</summary>
public sealed class StudioDb(DbContextOptions<StudioDb> options) : IdentityDbContext<StudioUser, IdentityRole, string>(options)
{
    public DbSet<Wedding> Weddings => Set<Wedding>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<WeddingMember> WeddingMembers => Set<WeddingMember>();
    public DbSet<Photo> Photos => Set<Photo>();
    public DbSet<Camera> Cameras => Set<Camera>();
    public DbSet<Face> Faces => Set<Face>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<GuestEntry> GuestEntries => Set<GuestEntry>();
    public DbSet<BasePartition> BasePartitions => Set<BasePartition>();
    public DbSet<PhotoRule> PhotoRules => Set<PhotoRule>();
    public DbSet<Correction> Corrections => Set<Correction>();
    public DbSet<Moment> Moments => Set<Moment>();
    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();
    public DbSet<Score> Scores => Set<Score>();
    public DbSet<Pick> Picks => Set<Pick>();
    public DbSet<PickCount> PickCounts => Set<PickCount>();
    public DbSet<PublishedPick> PublishedPicks => Set<PublishedPick>();
    public DbSet<Gallery> Galleries => Set<Gallery>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<SignIn> SignIns => Set<SignIn>();
    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<WeddingId>().HaveConversion<WeddingIdText>();
        configurationBuilder.DefaultTypeMapping<WeddingId>().HasConversion<WeddingIdText>();
        configurationBuilder.Properties<Message>().HaveConversion<MessageText>();
        configurationBuilder.Properties<PhotoProblem>().HaveConversion<PhotoProblemText>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<float[]>().HaveConversion<FloatBlob, FixedArray<float>>();
        configurationBuilder.Properties<int[]>().HaveConversion<IntBlob, FixedArray<int>>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var (entity, name) in Names)
            builder.Entity(entity).Property(name).HasConversion<PlainNames>();
        builder.Entity<Revision>().HasKey(r => r.WeddingId);
        builder.Entity<WeddingMember>().HasKey(m => new { m.WeddingId, m.UserId });
        builder.Entity<Photo>(photo =>
        {
            photo.HasIndex(p => new { p.WeddingId, p.Path }).IsUnique();
            photo.HasIndex(p => new { p.WeddingId, p.State });
            photo.HasIndex(p => new { p.WeddingId, p.ContentHash });
            photo.ComplexProperty(p => p.Measures);
            photo.ComplexProperty(p => p.File, file =>
            {
                file.Property(f => f.Bytes).HasColumnName("FileBytes");
                file.Property(f => f.ModifiedAt).HasColumnName("FileModifiedAt");
                file.Property(f => f.ChangedAt).HasColumnName("FileChangedAt");
                file.Property(f => f.Device).HasColumnName("FileDevice");
                file.Property(f => f.Inode).HasColumnName("FileInode");
            });
        });
        builder.Entity<Camera>().HasIndex(c => new { c.WeddingId, c.Make, c.Model, c.Serial }).IsUnique();
        builder.Entity<Face>(face =>
        {
            face.HasIndex(f => new { f.WeddingId, f.Key }).IsUnique();
            face.HasIndex(f => new { f.WeddingId, f.PersonId, f.PhotoId });
            face.HasOne(f => f.Photo).WithMany().HasForeignKey(f => f.PhotoId).OnDelete(DeleteBehavior.Cascade);
            face.ComplexProperty(f => f.Box);
            face.ComplexProperty(f => f.Measures);
        });
        builder.Entity<Person>().HasKey(p => new { p.WeddingId, p.Id });
        builder.Entity<GuestEntry>().HasIndex(g => g.WeddingId);
        builder.Entity<BasePartition>().HasIndex(b => b.WeddingId);
        builder.Entity<PhotoRule>().HasIndex(r => r.WeddingId);
        builder.Entity<Correction>().HasIndex(c => new { c.WeddingId, c.Seq }).IsUnique();
        builder.Entity<Moment>().HasIndex(m => m.WeddingId);
        builder.Entity<TimelineEntry>().HasIndex(t => t.WeddingId);
        builder.Entity<Score>(score =>
        {
            score.HasKey(s => s.FaceId);
            score.Property(s => s.FaceId).ValueGeneratedNever();
            score.HasIndex(s => s.WeddingId);
            score.HasOne<Face>().WithOne().HasForeignKey<Score>(s => s.FaceId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<Pick>(pick =>
        {
            pick.HasIndex(p => new { p.WeddingId, p.PersonId });
            pick.HasOne<Face>().WithMany().HasForeignKey(p => p.FaceId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PickCount>().HasIndex(c => c.WeddingId);
        builder.Entity<PublishedPick>().HasIndex(p => new { p.WeddingId, p.PersonId });
        builder.Entity<Gallery>().HasIndex(g => new { g.WeddingId, g.PersonId }).IsUnique();
        builder.Entity<Job>().HasIndex(j => j.WeddingId);
        builder.Entity<SignIn>().HasOne<StudioUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.Entity<PasswordLink>(link =>
        {
            link.HasKey(l => l.CodeHash);
            link.HasOne<StudioUser>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    /// <summary>
    /// What people called somebody or something, whichever way it came in: typed, from a list, from a folder, from an earlier version.
    /// </summary>
    private static readonly (Type Entity, string Property)[] Names =
    [
        (typeof(Wedding), nameof(Wedding.Name)), (typeof(Wedding), nameof(Wedding.ConsentBy)), (typeof(Person), nameof(Person.Name)),
        (typeof(GuestEntry), nameof(GuestEntry.Name)), (typeof(GuestEntry), nameof(GuestEntry.Table)),
        (typeof(GuestEntry), nameof(GuestEntry.Household)),
        (typeof(GuestEntry), nameof(GuestEntry.Side)), (typeof(GuestEntry), nameof(GuestEntry.Aliases)),
        (typeof(TimelineEntry), nameof(TimelineEntry.Name)),
    ];

    private sealed class PlainNames() : ValueConverter<string, string>(name => PlainName.Of(name), name => PlainName.Of(name));

    private sealed class WeddingIdText() : ValueConverter<WeddingId, string>(id => id.Value, text => new WeddingId(text));

    private sealed class MessageText() : ValueConverter<Message, string>(message => message.ToString(), text => Message.Parse(text));

    private sealed class PhotoProblemText()
        : ValueConverter<PhotoProblem, string>(problem => problem.ToString(), text => PhotoProblem.Parse(text));

    private sealed class UtcTicks() : ValueConverter<DateTime, long>(
        time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime().Ticks : time.Ticks,
        ticks => new DateTime(ticks, DateTimeKind.Utc));

    private sealed class FloatBlob() : ValueConverter<float[], byte[]>(
        values => MemoryMarshal.AsBytes<float>(values).ToArray(),
        bytes => MemoryMarshal.Cast<byte, float>(bytes).ToArray());

    private sealed class IntBlob() : ValueConverter<int[], byte[]>(
        values => MemoryMarshal.AsBytes<int>(values).ToArray(),
        bytes => MemoryMarshal.Cast<byte, int>(bytes).ToArray());

    /// <summary>Vectors are replaced, never changed in place, so reference equality is enough and cheap.</summary>
    private sealed class FixedArray<T>() : ValueComparer<T[]>(
        (a, b) => ReferenceEquals(a, b),
        values => values.Length,
        values => values);
}
