using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WeddingStudio.Engine.Data.Sqlite;

/// <summary>Lets `dotnet ef migrations add` make a context without starting the studio.</summary>
internal sealed class StudioDbFactory : IDesignTimeDbContextFactory<StudioDb>
{
    public StudioDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<StudioDb>().UseSqlite("Data Source=design.db").Options);
}
